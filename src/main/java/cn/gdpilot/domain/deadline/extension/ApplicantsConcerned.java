package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the applications whose applicants gain time by a unit's later date. */
@Component
class ApplicantsConcerned {

    private static final Set<ApplicationState> WITH_APPLICANT =
            Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED);
    private static final Set<ApplicationState> RETURNED = Set.of(ApplicationState.RETURNED);

    private final UnitDeadlines deadlines;
    private final IntakeDays intakes;
    private final Applications applications;
    private final PilotClock clock;

    ApplicantsConcerned(UnitDeadlines deadlines, IntakeDays intakes, Applications applications, PilotClock clock) {
        this.deadlines = deadlines;
        this.intakes = intakes;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Drafts and what was returned, as long as they can be submitted. A unit's own earlier day binds drafts whatever the
     * notice's is (R4.6), so drafts are left out where there is one.
     */
    List<Application> of(Round round, Unit unit) {
        if (!unit.type().takesApplications()) {
            return List.of();
        }
        Deadline notice = deadlines.submission(round, unit.id());
        if (!notice.includes(clock.now())) {
            return List.of();
        }
        boolean ownDay = !intakes.orEarlier(round.id(), unit.id(), notice).equals(notice);
        return applications.ofUnit(round.id(), unit.id(), ownDay ? RETURNED : WITH_APPLICANT);
    }
}
