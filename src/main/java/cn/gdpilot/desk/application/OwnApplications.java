package cn.gdpilot.desk.application;

import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Component;

/** An applicant's own applications: another's is as unknown as one that does not exist. */
@Component
public class OwnApplications {

    private final Applicants applicants;
    private final Applications applications;

    OwnApplications(Applicants applicants, Applications applications) {
        this.applicants = applicants;
        this.applications = applications;
    }

    /**
     * The application, if it is that applicant's.
     *
     * @throws Refusal if it is not
     */
    public Application get(long applicantId, String id) {
        return applications
                .find(id)
                .filter(application -> application.applicantId() == applicantId)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }

    /**
     * Holds its row until the end of the transaction.
     *
     * @throws Refusal if it is not that applicant's
     */
    Application lock(long applicantId, String id) {
        get(applicantId, id);
        return applications.lock(id);
    }

    /**
     * Holds the applicant's row, and then the application's, so that the limits of one applicant are counted by one submission
     * after the other (R2.8–R2.10).
     *
     * @throws Refusal if it is not that applicant's
     */
    Application lockWithApplicant(long applicantId, String id) {
        applicants.lock(applicantId);
        return lock(applicantId, id);
    }

    /**
     * Holds its row while a draft or a correction is changed.
     *
     * @throws Refusal if it is not that applicant's, or cannot be edited now
     */
    Application lockEditable(long applicantId, String id) {
        return checkEditable(lock(applicantId, id));
    }

    /** @throws Refusal if it is not that applicant's, or cannot be edited now, so that nobody sends a large file in vain */
    public void checkEditable(long applicantId, String id) {
        checkEditable(get(applicantId, id));
    }

    private static Application checkEditable(Application application) {
        if (!application.state().editable()) {
            throw Refusal.conflict("application.not-editable-now");
        }
        return application;
    }
}
