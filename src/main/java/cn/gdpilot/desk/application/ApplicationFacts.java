package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.opinion.FormAnswers;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.DeclaredFacts;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The facts of an application that the tables are asked with, by the models' steps and by the checks of the domain alike. */
@Component
public class ApplicationFacts {

    /** Task at which an officer accepts. */
    public static final String ACCEPTANCE = "UserTask_AcceptApplication";

    private final PilotRegister pilots;
    private final PilotClock clock;
    private final ExtraFacts extra;
    private final FormAnswers answers;

    ApplicationFacts(PilotRegister pilots, PilotClock clock, ExtraFacts extra, FormAnswers answers) {
        this.answers = answers;
        this.extra = extra;
        this.pilots = pilots;
        this.clock = clock;
    }

    /**
     * Answers to the round's own questions that this table judges: the applicant's, and what was answered at the acceptance since
     * the application was submitted last.
     */
    public Map<String, Object> own(Application application, String table) {
        Map<String, String> kept = new HashMap<>(application.facts().extra());
        List<ExtraFact> atAcceptance = extra.atAcceptance(application.roundId());
        if (!atAcceptance.isEmpty() && application.submittedAt() != null) {
            Map<String, String> given = answers.since(application.id(), ACCEPTANCE, application.submittedAt());
            atAcceptance.stream()
                    .filter(fact -> given.containsKey(fact.key()))
                    .forEach(fact -> kept.put(fact.key(), fact.normal(given.get(fact.key()))));
        }
        return extra.inputs(application.roundId(), table, kept);
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
                own(application, "applicant-eligibility"));
    }

    /** Facts of R2.5–R2.7. */
    public ProjectFacts ofProject(Application application, Applicant applicant) {
        DeclaredFacts facts = application.facts();
        return new ProjectFacts(
                facts.built(),
                pilots.runs(applicant.creditCode(), application.projectName(), clock.today()),
                facts.innovationProject(),
                own(application, "project-eligibility"));
    }
}
