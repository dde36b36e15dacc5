package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.arrival.ArrivalProven;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came through a window that was opened again, as the model asks: {@code ${lateLists.toReview(campaignId)}}. */
@Service
public class LateLists implements Neighbour {

    private final Recommendations recommendations;
    private final Applications applications;
    private final DuplicatePairs pairs;
    private final LiftedDuplicates lifted;
    private final CampaignProcess process;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    LateLists(
            Recommendations recommendations,
            Applications applications,
            DuplicatePairs pairs,
            LiftedDuplicates lifted,
            CampaignProcess process,
            UnitDeadlines deadlines,
            PilotClock clock) {
        this.pairs = pairs;
        this.lifted = lifted;
        this.recommendations = recommendations;
        this.applications = applications;
        this.process = process;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** True if a list has arrived at the Department whose projects it has not reviewed, a pair was found late, or a duplicate is none any more; never after its own deadline, which ends its review. */
    public boolean toReview(String campaignId) {
        return deadlines.delivery(campaignId, Unit.DEPARTMENT).includes(clock.now())
                && (!pairs.open(campaignId).isEmpty()
                        || lifted.waiting(campaignId)
                        || arrived(campaignId).stream().anyMatch(this::unreviewed));
    }

    /** A window that was opened again is over: if the list has come, the next office sees it before it goes on. */
    @Transactional
    public void over(String campaignId, String unit) {
        Recommendation list = recommendations.get(campaignId, unit);
        if (list.state() != State.ARRIVED) {
            return;
        }
        if (list.destination().equals(Unit.MINISTRY)) {
            process.lateListArrived(campaignId, "LateListAtMinistry");
            return;
        }
        backToDepartment(campaignId);
    }

    /** The same for a list whose arrival in time is proven later (R4.7). */
    @EventListener
    @Transactional
    public void again(ArrivalProven proven) {
        over(proven.roundId(), proven.unitId());
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.REVIEWED_AGAIN, Reversal.RECOMMENDED_LATE, Reversal.FORWARDED_LATE);
    }

    /** A project that an upheld objection brings back or adds to a list that has come is reviewed like one that came late. */
    @Override
    public Plan check(Upheld upheld) {
        String roundId = upheld.roundId();
        if (upheld.reversal() == Reversal.REVIEWED_AGAIN) {
            return backToDepartmentPlan(roundId);
        }
        Recommendation list = recommendations.get(roundId, upheld.unitId());
        if (list.state() != State.ARRIVED) {
            return Plan.NOTHING;
        }
        return list.destination().equals(Unit.MINISTRY)
                ? Plan.word(() -> process.lateListArrived(roundId, "LateListAtMinistry"))
                : backToDepartmentPlan(roundId);
    }

    /** A pair that was found late is decided before the order is signed. */
    @EventListener
    @Transactional
    public void again(LatePairs found) {
        backToDepartment(found.roundId());
    }

    /** A duplicate that is none any more is scored, checked and made public before the order is settled anew. */
    @EventListener
    @Transactional
    public void again(DuplicateLifted back) {
        recommendations
                .find(back.roundId(), Unit.DEPARTMENT)
                .filter(Recommendation::open)
                .ifPresent(recommendations::changed);
        backToDepartment(back.roundId());
    }

    private void backToDepartment(String campaignId) {
        Plan back = backToDepartmentPlan(campaignId);
        back.apply();
        back.tell();
    }

    private Plan backToDepartmentPlan(String campaignId) {
        return new Plan(
                () -> reopenOrder(campaignId), () -> process.lateListArrived(campaignId, "LateListAtDepartment"));
    }

    private void reopenOrder(String campaignId) {
        recommendations
                .find(campaignId, Unit.DEPARTMENT)
                .map(own -> recommendations.lock(campaignId, own.unitId()))
                .filter(own -> own.state() == State.RANKED)
                // What was settled did not know of it.
                .ifPresent(recommendations::reopened);
    }

    private boolean unreviewed(Recommendation list) {
        return recommendations.ranked(list).stream()
                .anyMatch(id -> applications.get(id).state() == ApplicationState.RECOMMENDED);
    }

    private List<Recommendation> arrived(String campaignId) {
        return recommendations.ofRound(campaignId).stream()
                .filter(list -> list.destination().equals(Unit.DEPARTMENT) && list.state() == State.ARRIVED)
                .toList();
    }
}
