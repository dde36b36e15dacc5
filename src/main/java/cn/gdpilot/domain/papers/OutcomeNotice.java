package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.identity.OfficeClauses;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.material.Submissions;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The notice of outcome (办理结果通知) of one application: what each level decided, by which rule and on what grounds. */
@Component
public class OutcomeNotice {

    private static final String DOCUMENT = "outcome";

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    // A place on a list is the office's own affair until the list is signed, so RANKED is no outcome.
    private static final Set<ApplicationState> OUTCOMES = EnumSet.complementOf(
            EnumSet.of(ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.RANKED));

    private static final Set<ApplicationState> TERM = EnumSet.of(ApplicationState.PILOT, ApplicationState.PILOT_ENDED);

    private final Documents documents;
    private final ApplicantTimeline timeline;
    private final Receipts receipts;
    private final Submissions submissions;
    private final Rounds rounds;
    private final Units units;
    private final OfficeClauses clauses;
    private final PilotClock clock;

    OutcomeNotice(
            Documents documents,
            ApplicantTimeline timeline,
            Receipts receipts,
            Submissions submissions,
            Rounds rounds,
            Units units,
            OfficeClauses clauses,
            PilotClock clock) {
        this.documents = documents;
        this.timeline = timeline;
        this.receipts = receipts;
        this.submissions = submissions;
        this.rounds = rounds;
        this.units = units;
        this.clauses = clauses;
        this.clock = clock;
    }

    /** True if some level, the applicant or a deadline has decided something that the notice can tell. */
    public boolean offeredFor(Application application) {
        return !decided(application).isEmpty();
    }

    /**
     * The notice as it stands now.
     *
     * @param format      docx or pdf
     * @param objectUntil until when the applicant may object to the outcome, in words; empty where there is none to object to
     * @throws Refusal if nothing has been decided yet, or there is no such format
     */
    public ResponseEntity<Resource> of(Application application, String format, String objectUntil) {
        List<TimelineEntry> decided = decided(application);
        if (decided.isEmpty()) {
            throw Refusal.conflict("outcome.none");
        }
        byte[] content = switch (format) {
            case "docx" -> documents.word(DOCUMENT, facts(application, decided, objectUntil));
            case "pdf" -> documents.pdf(DOCUMENT, facts(application, decided, objectUntil));
            default -> throw Refusal.notFound("template.none");
        };
        return Downloads.of(
                content, Texts.of("paper.file", application.id(), Texts.label("document", DOCUMENT), format), format);
    }

    private List<TimelineEntry> decided(Application application) {
        return timeline.of(application.id()).stream()
                .filter(entry -> OUTCOMES.contains(ApplicationState.valueOf(entry.toState())))
                .filter(entry -> !takenFromList(entry))
                .toList();
    }

    private static boolean takenFromList(TimelineEntry entry) {
        return ApplicationState.RANKED.name().equals(entry.fromState())
                && ApplicationState.ACCEPTED.name().equals(entry.toState());
    }

    private Facts facts(Application application, List<TimelineEntry> decided, String objectUntil) {
        Submission submitted = submissions.asSubmitted(application);
        Receipt receipt = receipts.latest(application.id()).orElse(null);
        TimelineEntry last = decided.get(decided.size() - 1);
        return new Facts()
                .word("round", rounds.get(application.roundId()).title())
                .word("number", application.id())
                .word("project", submitted.application().projectName())
                .word("applicant", submitted.applicant().name())
                .word("creditCode", submitted.applicant().creditCode())
                .word("unit", units.get(application.unitId()).name())
                .word("arrivedAt", receipt == null ? Texts.of("form.not-submitted") : at(receipt.arrivedAt()))
                .word("receipt", receipt == null ? Texts.of("outcome.no-receipt") : receipt.number())
                .word("state", Texts.label("state", application.state()))
                .word("decidedAt", at(last.at()))
                .word("next", Texts.label("next", application.state()))
                .word("printedAt", at(clock.now()))
                .list("steps", steps(decided))
                .list("objections", objections(objectUntil))
                .list("seals", seals(decided));
    }

    private List<Facts> steps(List<TimelineEntry> decided) {
        List<Facts> steps = new ArrayList<>();
        for (TimelineEntry entry : decided) {
            steps.add(new Facts()
                    .word("no", steps.size() + 1)
                    .word("at", at(entry.at()))
                    .word("office", office(entry))
                    .word("outcome", Texts.label("state", entry.toState()))
                    .word("rule", clauses.of(entry.rule(), entry.office()))
                    .word("grounds", grounds(entry)));
        }
        return steps;
    }

    private String office(TimelineEntry entry) {
        if (entry.office() != null) {
            return units.get(entry.office()).name();
        }
        return Texts.of(Actor.SYSTEM.person().equals(entry.actor()) ? "outcome.by-system" : "outcome.by-applicant");
    }

    private static String grounds(TimelineEntry entry) {
        return entry.grounds() == null || entry.grounds().isBlank() ? "—" : entry.grounds();
    }

    /** The right to object to the outcome as it stands, and until when; none where there is none. */
    private static List<Facts> objections(String until) {
        return until.isEmpty() ? List.of() : List.of(new Facts().word("until", until));
    }

    /**
     * A place for the seal of the office that decided last; what the applicant or a deadline did needs none. A pilot's
     * term follows from the selection, so the selecting office seals.
     */
    private List<Facts> seals(List<TimelineEntry> decided) {
        List<TimelineEntry> decisions = decided.stream()
                .filter(entry -> !TERM.contains(ApplicationState.valueOf(entry.toState())))
                .toList();
        return decisions.stream()
                .skip(Math.max(0, decisions.size() - 1))
                .filter(last -> last.office() != null)
                .map(last -> new Facts()
                        .word("office", units.get(last.office()).name())
                        .word("date", DAY.format(last.at())))
                .toList();
    }

    private static String at(Instant instant) {
        return SECOND.format(instant);
    }
}
