package cn.gdpilot.domain.material;

import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import org.springframework.stereotype.Component;

/** Applications with applicant and files: as they are now, or as they were submitted. */
@Component
public class Submissions {

    private final Applications applications;
    private final Applicants applicants;
    private final Materials materials;

    Submissions(Applications applications, Applicants applicants, Materials materials) {
        this.applications = applications;
        this.applicants = applicants;
        this.materials = materials;
    }

    /** The application as it is now. */
    public Submission now(Application application) {
        return new Submission(applicants.get(application.applicantId()), application, materials.of(application.id()));
    }

    /** The application as it was last submitted, or as it is now if it never was. */
    public Submission asSubmitted(Application application) {
        return applications
                .submitted(application.id(), application.submissions())
                .map(Submission::frozen)
                .orElseGet(() -> now(application));
    }
}
