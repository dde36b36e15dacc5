package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;

/** Makes a selected project a pilot (R3.8). */
@Service
class MakePilot {

    private final Applications applications;
    private final Applicants applicants;
    private final PilotRegister pilots;
    private final MinistryLetters letters;
    private final PilotClock clock;
    private final RoundDays periods;

    MakePilot(
            Applications applications,
            Applicants applicants,
            PilotRegister pilots,
            MinistryLetters letters,
            PilotClock clock,
            RoundDays periods) {
        this.periods = periods;
        this.applications = applications;
        this.applicants = applicants;
        this.pilots = pilots;
        this.letters = letters;
        this.clock = clock;
    }

    /** Selects it and enters it into the register; its term begins today. Nobody is told. */
    void make(Application application, Actor decider, String why) {
        applications.advance(application.id(), ApplicationState.SELECTED, decider, Grounds.byRule("R3.8", why));
        applications.advance(application.id(), ApplicationState.PILOT, Actor.SYSTEM, Grounds.byRule("R3.8", null));
        enter(applicants.get(application.applicantId()), application);
    }

    /**
     * Checks whether a project may be added to the pilots after the announcement, since its objection was upheld.
     *
     * @return how it is added; its term begins today
     * @throws Refusal if it was not left out, or its project is a pilot already (R2.5)
     */
    Plan selectLate(String applicationId, String grounds, Actor lead) {
        Application application = applications.lock(applicationId);
        if (application.state() != ApplicationState.NOT_SELECTED) {
            throw Refusal.conflict("application.over");
        }
        Applicant applicant = applicants.get(application.applicantId());
        if (pilots.runs(applicant.creditCode(), application.projectName(), clock.today())) {
            throw Refusal.byRule("R2.5", "objection.pilot-runs");
        }
        return new Plan(
                () -> {
                    applications.advance(
                            applicationId, ApplicationState.SELECTED, lead, Grounds.byRule("R3.8", grounds));
                    applications.advance(applicationId, ApplicationState.PILOT, lead, Grounds.byRule("R3.8", null));
                    enter(applicant, application);
                },
                () -> letters.result(LetterKind.SELECTED, "result-corrected/" + applicationId, application, grounds));
    }

    /** The term is that of the round in which it was selected. */
    private void enter(Applicant applicant, Application application) {
        pilots.enter(applicant, application, clock.today(), periods.of(application.roundId(), Period.PILOT_TERM));
    }
}
