package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.desk.application.ApplicationProcess;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.deadline.extension.LateApplications;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings the applications that a unit's deadline closed back where they were when its window is opened again (R4.1, R4.3). */
@Component
class Reinstatement implements LateApplications {

    private final Applications applications;
    private final Applicants applicants;
    private final Recommendations recommendations;
    private final SelfCheck selfCheck;
    private final ApplicationProcess process;
    private final ApplicationLetters letters;
    private final ClosedWithList late;
    private final CorrectionDates corrections;

    Reinstatement(
            Applications applications,
            Applicants applicants,
            Recommendations recommendations,
            SelfCheck selfCheck,
            ApplicationProcess process,
            ApplicationLetters letters,
            ClosedWithList late,
            CorrectionDates corrections) {
        this.applications = applications;
        this.applicants = applicants;
        this.recommendations = recommendations;
        this.selfCheck = selfCheck;
        this.process = process;
        this.letters = letters;
        this.late = late;
        this.corrections = corrections;
    }

    /** All but those whose applicants have used their places elsewhere meanwhile (R2.8–R2.10): these stay closed. */
    @Override
    public void reinstate(ReopenedWindow reopened) {
        for (Application closed : late.of(reopened)) {
            applicants.lock(closed.applicantId());
            if (selfCheck.exceedsLimits(closed)) {
                recommendations.drop(closed.id());
            } else {
                reinstate(closed, reopened);
            }
        }
    }

    @Override
    public List<String> tellWaiting(ReopenedWindow window) {
        List<Application> waiting = late.of(window).stream()
                .filter(closed -> !selfCheck.exceedsLimits(closed))
                .toList();
        waiting.forEach(closed -> letters.waiting(closed, window));
        return waiting.stream().map(Application::id).toList();
    }

    @Override
    public boolean any(ReopenedWindow window) {
        return late.of(window).stream().anyMatch(closed -> !selfCheck.exceedsLimits(closed));
    }

    private void reinstate(Application closed, ReopenedWindow reopened) {
        String words = Texts.of(
                reopened.arrived() ? "proven.application" : "reopened.application",
                reopened.deadline().text(),
                reopened.grounds());
        ApplicationState back = applications.reinstate(closed.id(), Grounds.because(words));
        if (back == ApplicationState.RETURNED) {
            // A day that the closed window has outlasted is passed; its applicant is told the new one.
            corrections.followWindow(applications.get(closed.id()), words, Actor.SYSTEM);
        }
        if (back == ApplicationState.SUBMITTED || back == ApplicationState.RETURNED) {
            process.reinstated(applications.get(closed.id()));
        }
        if (reopened.arrived()) {
            letters.proven(applications.get(closed.id()), reopened);
        } else {
            letters.reopened(applications.get(closed.id()), reopened);
        }
    }
}
