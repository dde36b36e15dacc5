package cn.gdpilot.desk.campaign;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.arrival.ArrivalProven;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.duplicate.LatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists that come when the others are reviewed already, as the model asks: {@code ${lateLists.toReview(campaignId)}}. */
@Service
public class LateLists implements Neighbour {

    static final String AT_DEPARTMENT = "LateListAtDepartment";

    private final Recommendations recommendations;
    private final CampaignProcess process;
    private final DepartmentReview review;
    private final Rounds rounds;

    LateLists(Recommendations recommendations, CampaignProcess process, DepartmentReview review, Rounds rounds) {
        this.recommendations = recommendations;
        this.process = process;
        this.review = review;
        this.rounds = rounds;
    }

    /** True if the Department has still to review something ({@link DepartmentReview#isDue}). */
    @ForModels(
            name = "是否有补报待审",
            help = "省厅是否还有补报的项目须初审。",
            given = Given.CAMPAIGN,
            gives = "true 或 false。",
            in = "campaign")
    public boolean toReview(String campaignId) {
        return review.isDue(campaignId);
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

    /** The Department's list is with the ministry no more: its review goes on with the others, and meets the list when it comes again. */
    @EventListener
    @Transactional
    public void again(ListTakenBack back) {
        if (back.list().state() == State.ARRIVED) {
            process.lateListArrived(back.list().roundId(), "LateListAtMinistry");
        }
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
        rounds.lock(back.roundId());
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
        return new Plan(() -> reopenOrder(campaignId), () -> {
            // A review that runs, and the ranking of a window that was opened again, go on beside the late one.
            if (!process.lateListArrived(campaignId, AT_DEPARTMENT)) {
                review.beside(campaignId);
            }
        });
    }

    /** Only where the model leaves the order with it: a task to sign never stands beside a list that is not settled. */
    private void reopenOrder(String campaignId) {
        // Before the list, as a closing takes them.
        rounds.lock(campaignId);
        if (!process.waitsFor(campaignId, AT_DEPARTMENT)) {
            return;
        }
        recommendations
                .find(campaignId, Unit.DEPARTMENT)
                .map(own -> recommendations.lock(campaignId, own.unitId()))
                .filter(own -> own.state() == State.RANKED)
                // What was settled did not know of it.
                .ifPresent(recommendations::reopened);
    }
}
