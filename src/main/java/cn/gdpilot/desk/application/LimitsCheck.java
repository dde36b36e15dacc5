package cn.gdpilot.desk.application;

import cn.gdpilot.domain.duplicate.ProjectNames;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the table for the limits of one applicant, by its other applications of the round (R2.8–R2.10). */
@Component
public class LimitsCheck {

    private final Applications applications;
    private final ProjectNames names;
    private final EligibilityTables tables;

    LimitsCheck(Applications applications, ProjectNames names, EligibilityTables tables) {
        this.applications = applications;
        this.names = names;
        this.tables = tables;
    }

    /** Findings about the limits that hold for one applicant. */
    List<Finding> of(Application application) {
        return tables.limits(facts(application));
    }

    /** The facts that the table is asked with, by the model's step and by the checks of the domain alike. */
    public LimitFacts facts(Application application) {
        return LimitFacts.of(application, applications.ofApplicant(application.applicantId()), names::key);
    }
}
