package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.DeclaredFacts;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers the facts that the application form (申报书) states: all that is filled in and attached, and by which receipt it was handed in. */
@Component
class FormFacts {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);

    /** The sealed form is uploaded after it was printed, and the index is made of everything at the end. */
    private static final Set<MaterialKind> MADE_LATER = Set.of(MaterialKind.APPLICATION_FORM, MaterialKind.INDEX);

    private final MaterialRows rows;
    private final Receipts receipts;
    private final Directions directions;
    private final Units units;
    private final Rounds rounds;
    private final PilotClock clock;
    private final ExtraFacts extra;

    FormFacts(
            MaterialRows rows,
            Receipts receipts,
            Directions directions,
            Units units,
            Rounds rounds,
            PilotClock clock,
            ExtraFacts extra) {
        this.extra = extra;
        this.rows = rows;
        this.receipts = receipts;
        this.directions = directions;
        this.units = units;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @param draft true if it is printed to be sealed, and carries no receipt yet */
    Facts of(Application current, Submission submission, boolean draft) {
        Application application = submission.application();
        Receipt receipt = draft ? null : receipts.latest(current.id()).orElse(null);
        String fingerprint = Fingerprint.of(submission, MADE_LATER);
        return filled(submission)
                .word("fingerprint", Texts.of("form.fingerprint", application.id(), fingerprint))
                .word(
                        "version",
                        receipt == null
                                ? Texts.of("form.printed", at(clock.now()))
                                : Texts.of("form.version", receipt.version(), receipt.number(), receipt.contentHash()))
                .word("submittedAt", receipt == null ? Texts.of("form.by-receipt") : at(receipt.arrivedAt()));
    }

    /** All that the applicant has filled in and attached, in today's words. */
    private Facts filled(Submission submission) {
        Application application = submission.application();
        Applicant applicant = submission.applicant();
        return new Facts()
                .word("round", rounds.get(application.roundId()).title())
                .word("number", application.id())
                .word("project", application.projectName())
                .word("direction", direction(application.direction()))
                .word("category", application.category())
                .word("channel", Texts.label("channel", application.channel()))
                .word("unit", units.get(application.unitId()).name())
                .word("summary", application.summary())
                .word("applicant", applicant.name())
                .word("creditCode", applicant.creditCode())
                .word("applicantType", Texts.label("applicantType", applicant.applicantType()))
                .word("city", applicant.city())
                .word("applicantContact", applicant.contact().name())
                .word("applicantPhone", applicant.contact().phone())
                .word("applicantEmail", applicant.contact().email())
                .word("contact", application.contact().name())
                .word("phone", application.contact().phone())
                .word("email", application.contact().email())
                .list("conditions", conditions(application))
                .list("priorities", priorities(application.facts()))
                .list("materials", rows.of(submission.materials(), MADE_LATER));
    }

    private static String at(Instant instant) {
        return SECOND.format(instant);
    }

    private String direction(String code) {
        return directions.all().stream()
                .filter(direction -> direction.code().equals(code))
                .findFirst()
                .map(direction -> direction.code() + " " + direction.name())
                .orElse("");
    }

    private List<Facts> conditions(Application application) {
        DeclaredFacts declared = application.facts();
        List<Facts> conditions = new ArrayList<>(ofEveryYear(declared));
        extra.of(application.roundId())
                .forEach(fact -> conditions.add(new Facts()
                        .word("rule", Clauses.of(fact.rule()))
                        .word("condition", fact.question())
                        .word(
                                "answer",
                                declared.extra().containsKey(fact.key())
                                        ? fact.shown(declared.extra().get(fact.key()))
                                        : Texts.of("form.unanswered"))));
        return conditions;
    }

    private static List<Facts> ofEveryYear(DeclaredFacts declared) {
        return List.of(
                condition("R2.2", "registered", answer("registeredIn", declared.registeredIn())),
                condition("R2.2", "legal-person", answer("yesno", declared.legalPerson())),
                condition("R2.4", "accident", answer("yesno", declared.majorAccident())),
                condition("R2.4", "commitment", answer("yesno", declared.commitmentLetter())),
                condition("R2.6", "innovation", answer("innovationProject", declared.innovationProject())),
                condition("R2.7", "built", answer("yesno", declared.built())),
                condition("R2.5", "not-pilot", Texts.of("form.by-system")),
                condition("R2.8", "limits", Texts.of("form.by-system")),
                condition("R2.11", "truth", Texts.of("form.by-seal")));
    }

    private static Facts condition(String rule, String condition, String answer) {
        return new Facts()
                .word("rule", Clauses.of(rule))
                .word("condition", Texts.of("form.condition." + condition))
                .word("answer", answer);
    }

    private static String answer(String family, Object value) {
        return value == null ? Texts.of("form.unanswered") : Texts.label(family, value);
    }

    private static List<Facts> priorities(DeclaredFacts declared) {
        List<Boolean> answers = List.of(
                declared.demonstrationBase(),
                declared.innovationAccepted(),
                declared.revolutionaryArea(),
                declared.markedEffect());
        List<Facts> priorities = new ArrayList<>();
        for (int i = 1; i <= answers.size(); i++) {
            priorities.add(new Facts()
                    .word("no", i)
                    .word("condition", Texts.of("form.priority." + i))
                    .word("answer", answers.get(i - 1) ? "√" : "—"));
        }
        return priorities;
    }
}
