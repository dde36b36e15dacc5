package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.ReminderMoment;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters about one application, to its applicant and its unit. */
@Component
public class ApplicationLetters {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);

    private final Hearing hearing;
    private final Outbox outbox;
    private final Units units;
    private final UnitContacts contacts;

    ApplicationLetters(Hearing hearing, Outbox outbox, Units units, UnitContacts contacts) {
        this.hearing = hearing;
        this.outbox = outbox;
        this.units = units;
        this.contacts = contacts;
    }

    void receipt(Application application, Receipt receipt) {
        toApplicant(
                LetterKind.RECEIPT,
                String.valueOf(application.submissions()),
                application,
                Map.of(
                        "receipt",
                        receipt.number(),
                        "arrival",
                        SECOND.format(receipt.arrivedAt()),
                        "hash",
                        receipt.hash()));
    }

    /** Tells what to correct, until when, and what follows when that day passes. */
    public void returned(Application application, String grounds, CorrectionDates dates) {
        toApplicant(LetterKind.RETURN, day(application, dates), application, correction(application, grounds, dates));
    }

    /** The unit has set a later day, and why; what to correct stays the same. */
    public void correctionExtended(Application application, String asked, String why, CorrectionDates dates) {
        Map<String, String> words = new HashMap<>(correction(application, asked, dates));
        words.put("why", why);
        toApplicant(LetterKind.CORRECTION_EXTENDED, day(application, dates), application, words);
    }

    /** A correction's own day comes near. */
    public void correctionNear(Application application, ReminderMoment moment, CorrectionDates dates) {
        Round round = dates.round(application);
        Map<String, String> words = words(
                application,
                units.get(application.unitId()),
                Map.of("window", dates.window(application).text()));
        outbox.post(moment.letter(
                        round,
                        LetterKind.CORRECTION_REMINDER.text(),
                        application.id(),
                        application.contact().email(),
                        words)
                .forApplicant(application.applicantId()));
    }

    private static Map<String, String> correction(Application application, String grounds, CorrectionDates dates) {
        return Map.of(
                "grounds",
                grounds,
                "deadline",
                dates.inForce(application).text(),
                "window",
                dates.window(application).text(),
                // Without a day of its own nobody decides: the closing ends it.
                "own",
                dates.isOwn(application) ? dates.inForce(application).text() : "");
    }

    /** Tells one day's letter from the next one's, and from letters whose step was a version. */
    private static String day(Application application, CorrectionDates dates) {
        return "day-" + dates.times(application.id());
    }

    /** Each time: what was put back after an objection may be refused again as it was submitted. */
    public void refused(Application application, String rule, String grounds) {
        toApplicant(
                EndLetter.REFUSAL.kind(),
                String.valueOf(application.version()),
                application,
                Map.of(
                        "rule", Clauses.of(rule),
                        "grounds", grounds,
                        "objectUntil", hearing.objectionDeadline(application.id())));
    }

    /** @param application as it was before */
    public void missed(Application application, Grounds grounds) {
        Unit unit = units.get(application.unitId());
        outbox.post(Letter.of(
                        "missed/" + application.id() + "/" + application.version(),
                        application.roundId(),
                        EndLetter.MISSED_APPLICATION.kind(),
                        application.contact().email(),
                        EndGrounds.missedWords(
                                application,
                                unit,
                                contacts.of(unit.id()).text(),
                                grounds,
                                null,
                                null,
                                EndGrounds.reopens(unit.id(), application.state())))
                .forApplicant(application.applicantId()));
    }

    /** The window is open again, until then: the unit's own, in which the applicant may correct, or one of the province's towards the ministry. */
    public void reopened(Application application, ReopenedWindow window) {
        back(LetterKind.REOPENED_APPLICATION, "reopened/", application, window, "");
    }

    /** Tells the applicant that the list had arrived in time after all. */
    public void proven(Application application, ReopenedWindow window) {
        back(LetterKind.PROVEN_ARRIVAL, "proven/", application, window, "");
    }

    /** The same where the next office's own deadline has passed: its window is the ministry's to open. */
    public void waiting(Application application, ReopenedWindow window) {
        back(LetterKind.PROVEN_ARRIVAL, "proven-waiting/", application, window, Texts.of("proven.waits"));
    }

    private void back(LetterKind kind, String key, Application application, ReopenedWindow window, String waits) {
        Deadline deadline = window.deadline();
        Unit office = units.get(window.unitId());
        outbox.post(Letter.of(
                        key + application.id() + "/" + deadline.lastMoment().getEpochSecond(),
                        application.roundId(),
                        kind,
                        application.contact().email(),
                        words(
                                application,
                                office,
                                Map.of(
                                        "deadline",
                                        deadline.text(),
                                        "state",
                                        Texts.label("state", application.state()),
                                        "correctable",
                                        correctable(office) ? Texts.of("reopened.correctable") : "",
                                        "waits",
                                        waits)))
                .forApplicant(application.applicantId()));
    }

    /** The province's two offices take no application and no correction once their windows towards the ministry count (R4.3). */
    private static boolean correctable(Unit office) {
        return !office.id().equals(Unit.DEPARTMENT) && !office.id().equals(Unit.COMMUNICATIONS);
    }

    /**
     * Tells the unit, and confirms it to the applicant.
     *
     * @param reason as the applicant gave it; null or blank = none given
     */
    void withdrawn(Application application, String reason, Instant at) {
        Unit unit = units.get(application.unitId());
        String grounds = reason == null || reason.isBlank() ? Texts.of("withdrawal.no-reason") : reason.strip();
        Map<String, String> words = words(application, unit, Map.of("grounds", grounds, "at", SECOND.format(at)));
        outbox.post(Letter.of(
                "withdrawn/" + application.id(), application.roundId(), EndLetter.WITHDRAWAL.kind(), unit.id(), words));
        outbox.post(Letter.of(
                        "withdrawn-application/" + application.id(),
                        application.roundId(),
                        EndLetter.WITHDRAWN_APPLICATION.kind(),
                        application.contact().email(),
                        words)
                .forApplicant(application.applicantId()));
    }

    /** @param step what is different the next time, and the same where a transaction is tried again */
    private void toApplicant(LetterKind kind, String step, Application application, Map<String, String> further) {
        outbox.post(Letter.of(
                        kind.text() + "/" + application.id() + "/" + step,
                        application.roundId(),
                        kind,
                        application.contact().email(),
                        words(application, units.get(application.unitId()), further))
                .forApplicant(application.applicantId()));
    }

    private Map<String, String> words(Application application, Unit unit, Map<String, String> further) {
        Map<String, String> words = new HashMap<>(further);
        words.put("number", application.id());
        words.put("project", application.projectName());
        words.put("contact", application.contact().name());
        words.put("unit", unit.name());
        words.put("unitContact", contacts.of(unit.id()).text());
        return words;
    }
}
