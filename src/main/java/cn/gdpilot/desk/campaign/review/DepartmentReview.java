package cn.gdpilot.desk.campaign.review;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what the Department has still to review, and begins its review beside a ranking that the round's model cannot leave:
 * the one of a window that was opened again.
 */
@Service
public class DepartmentReview {

    private static final String REVIEW = "province-review";

    private final Recommendations recommendations;
    private final Applications applications;
    private final DuplicatePairs pairs;
    private final LiftedDuplicates lifted;
    private final UnitDeadlines deadlines;
    private final Rounds rounds;
    private final PilotClock clock;
    private final RuntimeService runtime;

    DepartmentReview(
            Recommendations recommendations,
            Applications applications,
            DuplicatePairs pairs,
            LiftedDuplicates lifted,
            UnitDeadlines deadlines,
            Rounds rounds,
            PilotClock clock,
            RuntimeService runtime) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.pairs = pairs;
        this.lifted = lifted;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.clock = clock;
        this.runtime = runtime;
    }

    /** True if a list has arrived whose projects are not reviewed, a pair is open, or a duplicate is none any more; never after the Department's deadline, which ends its review. */
    public boolean isDue(String roundId) {
        return deadlines.delivery(roundId, Unit.DEPARTMENT).includes(clock.now())
                && (!pairs.open(roundId).isEmpty()
                        || lifted.waiting(roundId)
                        || recommendations.ofRound(roundId).stream().anyMatch(this::unreviewed));
    }

    /** Begins the review if it is due, the Department ranks, and no review runs that looks again when it ends. */
    @Transactional
    public void beside(String roundId) {
        beginAfter(null, roundId);
    }

    /** A review that ran beside the ranking ends: what came meanwhile is reviewed by another one. */
    void again(String ending, String roundId) {
        beginAfter(ending, roundId);
    }

    private void beginAfter(String ending, String roundId) {
        // Locked first: what comes in this instant is seen by the review that ends, or finds it gone.
        rounds.lock(roundId);
        if (isRanking(roundId) && !isReviewing(ending, roundId) && isDue(roundId)) {
            runtime.startProcessInstanceByKey(REVIEW, roundId, Map.of(CAMPAIGN_ID, roundId, UNIT, Unit.DEPARTMENT));
        }
    }

    private boolean isRanking(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .filter(Recommendation::open)
                .isPresent();
    }

    private boolean isReviewing(String ending, String roundId) {
        boolean running = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(REVIEW)
                .processInstanceBusinessKey(roundId)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .anyMatch(id -> !Objects.equals(id, ending));
        return running || isRoundReviewing(roundId);
    }

    /** Also between the end of the review and the round's next step, which looks whether another one is due. */
    private boolean isRoundReviewing(String roundId) {
        return runtime.createExecutionQuery()
                        .processDefinitionKey("campaign")
                        .processInstanceBusinessKey(roundId)
                        .activityId("CallActivity_ProvinceReview")
                        .count()
                > 0;
    }

    private boolean unreviewed(Recommendation list) {
        return list.destination().equals(Unit.DEPARTMENT)
                && list.state() == State.ARRIVED
                && recommendations.ranked(list).stream()
                        .anyMatch(id -> applications.get(id).state() == ApplicationState.RECOMMENDED);
    }
}
