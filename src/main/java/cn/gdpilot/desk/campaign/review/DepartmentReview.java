package cn.gdpilot.desk.campaign.review;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.RunningReviews;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the Department's first review of what comes late: at once beside a review that runs, or by an instance of its own
 * beside a ranking that the round's model cannot leave, the one of a window that was opened again.
 */
@Service
public class DepartmentReview {

    private static final String REVIEW = "province-review";
    private static final String LATE_LIST = "LateListAtReview";

    private final WorkLeft work;
    private final Rounds rounds;
    private final RunningReviews reviews;
    private final RuntimeService runtime;

    DepartmentReview(WorkLeft work, Rounds rounds, RunningReviews reviews, RuntimeService runtime) {
        this.reviews = reviews;
        this.work = work;
        this.rounds = rounds;
        this.runtime = runtime;
    }

    /** True if the Department has something left to do before it ranks. Locks the round, so that it meets in order with what comes in this instant. */
    @Transactional
    public boolean isDue(String roundId) {
        rounds.lock(roundId);
        return work.any(roundId);
    }

    /**
     * Something has come. It is reviewed at once, unless the round has not begun its review or is about to look by itself.
     *
     * @return whether a review has begun with it
     */
    @Transactional
    public boolean beside(String roundId) {
        return begin(null, roundId);
    }

    /** A review that no round has called ends: what came meanwhile is looked at by another one. */
    void again(String ending, String roundId) {
        begin(ending, roundId);
    }

    private boolean begin(String ending, String roundId) {
        // Locked first: what comes in this instant is seen by the review that ends, or finds it gone.
        rounds.lock(roundId);
        if (!work.any(roundId)) {
            return false;
        }
        List<String> running = running(roundId).stream()
                .filter(id -> !Objects.equals(id, ending))
                .toList();
        if (!running.isEmpty()) {
            return reviewLate(roundId, running);
        }
        if (work.isRanking(roundId) && !isRoundReviewing(roundId)) {
            runtime.startProcessInstanceByKey(REVIEW, roundId, Map.of(CAMPAIGN_ID, roundId, UNIT, Unit.DEPARTMENT));
            return true;
        }
        return false;
    }

    /** Only for projects that nobody has in hand; pairs and publicities wait for the review's next turn. */
    private boolean reviewLate(String roundId, List<String> running) {
        if (work.unreviewed(roundId).stream().allMatch(reviews::isReviewing)) {
            return false;
        }
        Optional<Execution> hears = running.stream()
                .filter(id -> !reviews.isBesideAnother(id))
                .flatMap(id -> waiting(id).stream())
                .findFirst();
        hears.ifPresent(one -> runtime.messageEventReceived(LATE_LIST, one.getId()));
        return hears.isPresent();
    }

    private List<String> running(String roundId) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(REVIEW)
                .processInstanceBusinessKey(roundId)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    /** Empty for an instance of a model that knows no such message; its round comes to the projects at its next turn. */
    private Optional<Execution> waiting(String instanceId) {
        return runtime
                .createExecutionQuery()
                .processInstanceId(instanceId)
                .messageEventSubscriptionName(LATE_LIST)
                .list()
                .stream()
                .findFirst();
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
}
