package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters about a unit's list. */
@Component
public class RecommendationLetters {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);

    private final Hearing hearing;
    private final Outbox outbox;
    private final Units units;
    private final UnitContacts contacts;
    private final Rounds rounds;

    RecommendationLetters(Hearing hearing, Outbox outbox, Units units, UnitContacts contacts, Rounds rounds) {
        this.rounds = rounds;
        this.hearing = hearing;
        this.outbox = outbox;
        this.units = units;
        this.contacts = contacts;
    }

    /** To the destination: the list is on its way, the summary table with it; again where it was taken back. */
    public void sent(Round round, Recommendation list) {
        Unit unit = units.get(list.unitId());
        Unit destination = units.get(list.destination());
        outbox.post(new Letter(
                "sent/" + list.id() + "/" + list.sentAt().toEpochMilli(),
                round.id(),
                LetterKind.SENT,
                destination.id(),
                Map.of(
                        "unit", unit.name(),
                        "destination", destination.name(),
                        "title", round.title(),
                        "sentBy", list.sentBy(),
                        "courier", courier(list)),
                new Letter.Attachment(Texts.of("summary.file", unit.name()), list.summarySha256())));
    }

    /**
     * To the destination: what it was told to expect, or has received, is being ranked again and will come anew; and to the unit,
     * which another office or an answer may have given it back.
     */
    void takenBack(ListTakenBack back) {
        Recommendation list = back.list();
        if (list.state() == State.SIGNED) {
            return;
        }
        tellTakenBack(back, units.get(list.destination()), Texts.of("taken-back.destination"));
        tellTakenBack(back, units.get(list.unitId()), Texts.of("taken-back.unit"));
    }

    private void tellTakenBack(ListTakenBack back, Unit to, String next) {
        Recommendation list = back.list();
        outbox.post(Letter.of(
                "taken-back/" + list.id() + "/" + list.state() + "/"
                        + list.signedAt().toEpochMilli() + "/" + to.id(),
                list.roundId(),
                LetterKind.LIST_TAKEN_BACK,
                to.id(),
                Map.of(
                        "unit", units.get(list.unitId()).name(),
                        "to", to.name(),
                        "next", next,
                        "title", rounds.get(list.roundId()).title(),
                        "state", Texts.label("list", list.state()),
                        "sent", list.state() == State.SENT ? courier(list) : "",
                        "grounds", back.because())));
    }

    /**
     * To the ministry: a list of a city was in time, but the Department's own deadline has passed, so that its projects stay
     * closed until the ministry opens that window again.
     *
     * @param numbers the projects
     */
    public void waitsForMinistry(Recommendation list, String grounds, List<String> numbers) {
        Unit ministry = units.get(Unit.MINISTRY);
        outbox.post(Letter.of(
                "waits-for-window/" + list.id(),
                list.roundId(),
                LetterKind.WAITS_FOR_WINDOW,
                ministry.id(),
                Map.of(
                        "unit", units.get(list.unitId()).name(),
                        "ministry", ministry.name(),
                        "department", units.get(Unit.DEPARTMENT).name(),
                        "title", rounds.get(list.roundId()).title(),
                        "grounds", grounds,
                        "numbers", String.join("、", numbers))));
    }

    /** To the destination: nothing will come from that unit, and why; again where it is signed again. */
    public void zeroReported(Round round, Recommendation list) {
        Unit destination = units.get(list.destination());
        outbox.post(Letter.of(
                "zero-report/" + list.id() + "/" + list.signedAt().toEpochMilli(),
                round.id(),
                LetterKind.ZERO_REPORT,
                destination.id(),
                Map.of(
                        "unit", units.get(list.unitId()).name(),
                        "destination", destination.name(),
                        "title", round.title(),
                        "signedBy", list.signedBy(),
                        "at", SECOND.format(list.signedAt()),
                        "grounds", list.zeroReason())));
    }

    /**
     * To the unit: it has arrived, and when; again where it was taken back.
     *
     * @param receipt number of the receipt
     * @param missing what is still missing, in words; empty if nothing is
     */
    public void arrived(Round round, Recommendation list, String receipt, String missing) {
        Unit unit = units.get(list.unitId());
        outbox.post(Letter.of(
                "arrived/" + list.id() + "/" + receipt,
                round.id(),
                LetterKind.ARRIVAL,
                unit.id(),
                Map.of(
                        "unit", unit.name(),
                        "title", round.title(),
                        "destination", units.get(list.destination()).name(),
                        "arrival", SECOND.format(list.arrivedAt()),
                        "receipt", receipt,
                        "state",
                                missing.isEmpty()
                                        ? Texts.of("arrival.complete")
                                        : Texts.of("arrival.still-missing", missing))));
    }

    private static String courier(Recommendation list) {
        return list.courierNumber() == null ? Texts.of("hand-over.in-person") : list.courierNumber();
    }

    /**
     * To an applicant who is not on the list; again if the list is signed again, or the next office leaves it out.
     *
     * @param application as it was before that step
     * @param unit        whose list it is
     */
    public void leftOut(Application application, Unit unit, Grounds grounds) {
        ended(EndLetter.LEFT_OUT, application, unit, grounds);
    }

    /**
     * To an applicant whose unit has signed its list and waits no longer for a correction.
     *
     * @param application as it was before that step
     */
    public void notAwaited(Application application, Unit unit, Grounds grounds) {
        ended(EndLetter.REFUSAL, application, unit, grounds);
    }

    private void ended(EndLetter letter, Application application, Unit unit, Grounds grounds) {
        Map<String, String> words = new HashMap<>(
                EndGrounds.words(application, unit, contacts.of(unit.id()).text(), grounds));
        words.put("objectUntil", hearing.objectionDeadline(application.id()));
        outbox.post(Letter.of(
                        letter.kind().text() + "/" + application.id() + "/" + application.version(),
                        application.roundId(),
                        letter.kind(),
                        application.contact().email(),
                        words)
                .forApplicant(application.applicantId()));
    }

    /**
     * To an applicant whose project stands on a list that has missed its deadline, and was not closed with it.
     *
     * @param list its unit's, or the Department's
     */
    public void missed(Application application, Recommendation list, Grounds grounds) {
        Unit office = units.get(list.unitId());
        outbox.post(Letter.of(
                        "missed/" + application.id() + "/left-behind/" + application.version(),
                        application.roundId(),
                        EndLetter.MISSED_APPLICATION.kind(),
                        application.contact().email(),
                        EndGrounds.missedWords(
                                application,
                                office,
                                contacts.of(office.id()).text(),
                                grounds,
                                list,
                                units.get(list.destination()),
                                EndGrounds.reopens(application.unitId(), application.state())))
                .forApplicant(application.applicantId()));
    }
}
