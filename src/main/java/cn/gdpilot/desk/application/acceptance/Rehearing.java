package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationProcess;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where a unit upholds an objection to its refusal, the application is on its desk again, and everything is checked again
 * before it is accepted. Only while the unit's list is with it, and within the limits (R2.8, R2.9).
 */
@Component
class Rehearing implements OutcomeOwner {

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

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.HEARD_AGAIN);
    }

    @Override
    public Plan check(Upheld upheld) {
        String id = upheld.applicationId();
        applicants.lock(applications.get(id).applicantId());
        Application refused = applications.lock(id);
        Optional<Recommendation> list = list(refused);
        list.filter(one -> one.state() == State.SENT || one.state() == State.ARRIVED)
                .ifPresent(gone -> {
                    throw Upheld.listGone(refused.state(), Texts.label("list", gone.state()));
                });
        if (refused.state() != upheld.reversal().from() || !isWithTheUnit(list, refused)) {
            throw Upheld.tooLate(refused.state());
        }
        if (selfCheck.exceedsLimits(refused)) {
            throw Refusal.byRule("R2.9", "objection.limits");
        }
        return new Plan(
                () -> applications.advance(
                        id,
                        upheld.reversal().to(),
                        upheld.by(),
                        Grounds.because(Texts.of("objection.upheld-because", upheld.grounds()))),
                () -> process.submitted(applications.get(id)));
    }

    /** Locked after the application, so that a signature at the same moment finds it or comes first. */
    private Optional<Recommendation> list(Application refused) {
        return recommendations
                .find(refused.roundId(), refused.unitId())
                .map(list -> recommendations.lock(list.roundId(), list.unitId()));
    }

    /** A signed list is the business of its own desk, which calls it back or forbids this. */
    private boolean isWithTheUnit(Optional<Recommendation> list, Application refused) {
        return list.map(Recommendation::withTheUnit).orElse(true)
                && deadlines.delivery(refused.roundId(), refused.unitId()).includes(clock.now());
    }
}
