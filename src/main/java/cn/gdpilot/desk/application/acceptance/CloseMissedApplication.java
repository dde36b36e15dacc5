package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes an application for which the deadline has passed. */
@Service
class CloseMissedApplication {

    private final Applications applications;
    private final UnitDeadlines deadlines;
    private final ApplicationLetters letters;
    private final PilotClock clock;

    CloseMissedApplication(
            Applications applications, UnitDeadlines deadlines, ApplicationLetters letters, PilotClock clock) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Closes an application that its unit has not decided in time, where the deadline's closing has not reached it, e.g.
     * an instance of an earlier model with a timer of its own.
     *
     * @throws IllegalStateException if the deadline has not passed by the database's clock: a node's clock runs ahead
     */
    @Transactional
    public void close(String id) {
        // Read first: after a deadline thousands come that the domain has closed already, and none of them need be
        // locked.
        if (isClosed(applications.get(id))) {
            return;
        }
        Application application = applications.lock(id);
        if (isClosed(application)) {
            return;
        }
        Deadline deadline = deadlines.delivery(application.roundId(), application.unitId());
        if (deadline.includes(clock.now())) {
            throw new IllegalStateException("The deadline of " + id + " has not passed");
        }
        Grounds grounds = EndGrounds.undecided(application.state(), deadlines.kind(application.unitId()), deadline);
        applications.advance(id, ApplicationState.MISSED_DEADLINE, Actor.SYSTEM, grounds);
        letters.missed(application, grounds);
    }

    private static boolean isClosed(Application application) {
        return application.state() != ApplicationState.SUBMITTED && application.state() != ApplicationState.RETURNED;
    }
}
