package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.ObjectionRemedied;
import cn.gdpilot.domain.objection.ObjectionUpheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came through a window that was opened again, as the model asks: {@code ${lateLists.toReview(campaignId)}}. */
@Service("lateLists")
public class LateLists {

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

    /** A project that an upheld objection has brought back before the first review is reviewed like one that came late. */
    @EventListener
    @Transactional
    public void again(ObjectionUpheld upheld) {
        if (upheld.isFor(Unit.DEPARTMENT)
                && applications.get(upheld.applicationId()).state() == ApplicationState.RECOMMENDED) {
            backToDepartment(upheld.roundId());
        }
    }

    /** A project that was added to a list that has come already is reviewed like one that came late. */
    @EventListener
    @Transactional
    public void again(ObjectionRemedied remedied) {
        recommendations
                .find(remedied.roundId(), remedied.unitId())
                .filter(list -> list.state() == State.ARRIVED && remedied.about() != ApplicationState.NOT_SELECTED)
                .ifPresent(list -> {
                    if (list.destination().equals(Unit.MINISTRY)) {
                        process.lateListArrived(list.roundId(), "LateListAtMinistry");
                    } else {
                        backToDepartment(list.roundId());
                    }
                });
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
        recommendations
                .find(campaignId, Unit.DEPARTMENT)
                .map(own -> recommendations.lock(campaignId, own.unitId()))
                .filter(own -> own.state() == State.RANKED)
                // What was settled did not know of it.
                .ifPresent(recommendations::reopened);
        process.lateListArrived(campaignId, "LateListAtDepartment");
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
