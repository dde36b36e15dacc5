package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.material.Submissions;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The papers of one application: the application form (申报书) and the index of its materials, as .docx and PDF. */
@Component
public class ApplicationPapers {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    private final Documents documents;
    private final FormFacts form;
    private final IndexPaper index;
    private final Submissions submissions;
    private final Applicants applicants;
    private final PilotClock clock;

    ApplicationPapers(
            Documents documents,
            FormFacts form,
            IndexPaper index,
            Submissions submissions,
            Applicants applicants,
            PilotClock clock) {
        this.documents = documents;
        this.form = form;
        this.index = index;
        this.submissions = submissions;
        this.applicants = applicants;
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
        Submission submission = draft ? submissions.now(application) : submissions.asSubmitted(application);
        byte[] content = switch (paper) {
            case "application-form.docx" -> documents.word("application-form", form.of(application, submission, draft));
            case "application-form.pdf" -> documents.pdf("application-form", form.of(application, submission, draft));
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

    private static IndexPaper.Entry entry(Submission submission) {
        return new IndexPaper.Entry(
                submission.application().id(),
                submission.application().projectName(),
                submission.applicant().name(),
                submission.materials());
    }
}
