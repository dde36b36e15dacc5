package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.DeclaredFacts;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import org.springframework.stereotype.Component;

/** The facts of an application that the tables are asked with, by the models' steps and by the checks of the domain alike. */
@Component
public class ApplicationFacts {

    private final PilotRegister pilots;
    private final PilotClock clock;
    private final ExtraFacts extra;

    ApplicationFacts(PilotRegister pilots, PilotClock clock, ExtraFacts extra) {
        this.extra = extra;
        this.pilots = pilots;
        this.clock = clock;
    }

    /** Facts of R2.1–R2.4. */
    public ApplicantFacts ofApplicant(Application application, Applicant applicant) {
        DeclaredFacts facts = application.facts();
        return new ApplicantFacts(
                applicant.applicantType(),
                application.channel().name(),
                facts.registeredIn(),
                facts.legalPerson(),
                facts.seriousDishonesty(),
                facts.majorAccident(),
                facts.commitmentLetter(),
                extra.inputs(application.roundId(), "applicant-eligibility", facts.extra()));
    }

    /** Facts of R2.5–R2.7. */
    public ProjectFacts ofProject(Application application, Applicant applicant) {
        DeclaredFacts facts = application.facts();
        return new ProjectFacts(
                facts.built(),
                pilots.runs(applicant.creditCode(), application.projectName(), clock.today()),
                facts.innovationProject(),
                extra.inputs(application.roundId(), "project-eligibility", facts.extra()));
    }
}
