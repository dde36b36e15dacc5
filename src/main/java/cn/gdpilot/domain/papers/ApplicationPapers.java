package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Directions;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The papers of one application: the application form (申报书) and the index of its materials, as .docx and PDF. */
@Component
public class ApplicationPapers {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    /** The sealed form is uploaded after it was printed, and the index is made of everything at the end. */
    private static final Set<MaterialKind> MADE_LATER = Set.of(MaterialKind.APPLICATION_FORM, MaterialKind.INDEX);

    private final Documents documents;
    private final IndexPaper index;
    private final MaterialRows rows;
    private final Applications applications;
    private final Applicants applicants;
    private final Materials materials;
    private final Receipts receipts;
    private final Directions directions;
    private final Units units;
    private final Rounds rounds;
    private final PilotClock clock;

    ApplicationPapers(
            Documents documents,
            IndexPaper index,
            MaterialRows rows,
            Applications applications,
            Applicants applicants,
            Materials materials,
            Receipts receipts,
            Directions directions,
            Units units,
            Rounds rounds,
            PilotClock clock) {
        this.documents = documents;
        this.index = index;
        this.rows = rows;
        this.applications = applications;
        this.applicants = applicants;
        this.materials = materials;
        this.receipts = receipts;
        this.directions = directions;
        this.units = units;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * A paper as the applicant sees it: with what is filled in now while it can be edited, to be sealed and handed in;
     * else as submitted.
     *
     * @param paper form or index, with its ending, e.g. application-form.docx
     */
    public ResponseEntity<Resource> own(Application application, String paper) {
        return answer(application, paper, application.state().editable() || application.submissions() == 0);
    }

    /** A paper as it was last submitted, whatever the applicant is changing meanwhile. */
    public ResponseEntity<Resource> submitted(Application application, String paper) {
        return answer(application, paper, application.submissions() == 0);
    }

    /** The index of these files, as PDF, to be handed in. */
    public byte[] index(Application application, List<Material> listed) {
        Applicant applicant = applicants.get(application.applicantId());
        return index.pdf(
                applicant.name(),
                DAY.format(clock.now()),
                List.of(entry(new Submission(applicant, application, listed))));
    }

    private ResponseEntity<Resource> answer(Application application, String paper, boolean draft) {
        Submission submission = draft ? now(application) : asSubmitted(application);
        byte[] content = switch (paper) {
            case "application-form.docx" -> documents.word("application-form", form(application, submission, draft));
            case "application-form.pdf" -> documents.pdf("application-form", form(application, submission, draft));
            case "index.docx" ->
                index.word(submission.applicant().name(), DAY.format(clock.now()), List.of(entry(submission)));
            case "index.pdf" ->
                index.pdf(submission.applicant().name(), DAY.format(clock.now()), List.of(entry(submission)));
            default -> throw Refusal.notFound("template.none");
        };
        String document = paper.substring(0, paper.lastIndexOf('.'));
        String format = paper.substring(paper.lastIndexOf('.') + 1);
        return Downloads.of(
                content, Texts.of("paper.file", application.id(), Texts.label("document", document), format), format);
    }

    private Submission now(Application application) {
        return new Submission(applicants.get(application.applicantId()), application, materials.of(application.id()));
    }

    private Submission asSubmitted(Application application) {
        return applications
                .submitted(application.id(), application.submissions())
                .map(Submission::frozen)
                .orElseGet(() -> now(application));
    }

    private static IndexPaper.Entry entry(Submission submission) {
        return new IndexPaper.Entry(
                submission.application().id(),
                submission.application().projectName(),
                submission.applicant().name(),
                submission.materials());
    }

    private Facts form(Application current, Submission submission, boolean draft) {
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
                .word("applicantContact", applicant.contactName())
                .word("applicantPhone", applicant.contactPhone())
                .word("applicantEmail", applicant.contactEmail())
                .word("contact", application.contactName())
                .word("phone", application.contactPhone())
                .word("email", application.contactEmail())
                .list("conditions", conditions(application))
                .list("priorities", priorities(application))
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

    private static List<Facts> conditions(Application application) {
        return List.of(
                condition("R2.2", "registered", answer("registeredIn", application.registeredIn())),
                condition("R2.2", "legal-person", answer("yesno", application.legalPerson())),
                condition("R2.4", "accident", answer("yesno", application.majorAccident())),
                condition("R2.4", "commitment", answer("yesno", application.commitmentLetter())),
                condition("R2.6", "innovation", answer("innovationProject", application.innovationProject())),
                condition("R2.7", "built", answer("yesno", application.built())),
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

    private static List<Facts> priorities(Application application) {
        List<Boolean> answers = List.of(
                application.demonstrationBase(),
                application.innovationAccepted(),
                application.revolutionaryArea(),
                application.markedEffect());
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
