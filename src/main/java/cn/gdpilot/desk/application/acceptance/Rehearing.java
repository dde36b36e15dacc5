package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationProcess;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.objection.ObjectionUpheld;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows where a unit upholds an objection to its refusal: the application is on its desk again, and everything is
 * checked again before it is accepted. Only while the unit's list can still change, and within the limits (R2.8, R2.9).
 */
@Component
class Rehearing {

    private final Applications applications;
    private final Applicants applicants;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final SelfCheck selfCheck;
    private final ApplicationProcess process;
    private final PilotClock clock;

    Rehearing(
            Applications applications,
            Applicants applicants,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            SelfCheck selfCheck,
            ApplicationProcess process,
            PilotClock clock) {
        this.applications = applications;
        this.applicants = applicants;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.selfCheck = selfCheck;
        this.process = process;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void follow(ObjectionUpheld upheld) {
        Application refused = applications.get(upheld.applicationId());
        if (!upheld.isFor(refused.unitId()) || leftOut(refused)) {
            return;
        }
        applicants.lock(refused.applicantId());
        if (refused.state() != ApplicationState.REFUSED || !listStillOpen(refused)) {
            throw Refusal.conflict("objection.too-late", Texts.label("state", refused.state()));
        }
        if (selfCheck.exceedsLimits(refused)) {
            throw Refusal.byRule("R2.9", "objection.limits");
        }
        applications.advance(
                refused.id(),
                ApplicationState.SUBMITTED,
                upheld.officer(),
                Grounds.because(Texts.of("objection.upheld-because", upheld.grounds())));
        process.submitted(applications.get(refused.id()));
    }

    /** That is the list's matter, not the acceptance's; by now it may be a candidate again. */
    private static boolean leftOut(Application project) {
        return project.state() == ApplicationState.NOT_RECOMMENDED || project.state() == ApplicationState.ACCEPTED;
    }

    private boolean listStillOpen(Application refused) {
        boolean open = recommendations
                .find(refused.roundId(), refused.unitId())
                .map(Recommendation::open)
                .orElse(true);
        return open && deadlines.delivery(refused.roundId(), refused.unitId()).includes(clock.now());
    }
}
