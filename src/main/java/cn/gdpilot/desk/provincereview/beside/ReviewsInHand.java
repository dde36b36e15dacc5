package cn.gdpilot.desk.provincereview.beside;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.PAIR_ID;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.RunningReviews;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/** What instances of the Department's review have in hand: one that begins beside others leaves it to them. */
@Component
public class ReviewsInHand implements RunningReviews {

    private static final String REVIEW = "province-review";
    private static final Set<String> BEFORE_COMPARISON =
            Set.of("SubProcess_ReviewEach", "CallActivity_AwaitCommunications", "ServiceTask_FindDuplicates");
    private static final Set<String> COMPARISON = Set.of("SubProcess_ResolveEach");
    private static final Set<String> EXPERTS = Set.of("CallActivity_ExpertReview");
    /** How the engine calls the loop around a step of many. */
    private static final String LOOP = "#multiInstanceBody";

    private final RuntimeService runtime;

    ReviewsInHand(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean isBesideAnother(String instanceId) {
        return runtime.createProcessInstanceQuery()
                        .subProcessInstanceId(instanceId)
                        .processDefinitionKey(REVIEW)
                        .count()
                > 0;
    }

    /** True if the instance beside which it runs has not looked for duplicates yet. */
    public boolean othersAreBeforeComparison(String instanceId) {
        return othersAreAt(instanceId, BEFORE_COMPARISON);
    }

    /** True if the instance beside which it runs has not settled its duplicates yet. */
    public boolean othersAreCompared(String instanceId) {
        return othersAreAt(instanceId, COMPARISON) || othersAreBeforeComparison(instanceId);
    }

    private boolean othersAreAt(String instanceId, Set<String> steps) {
        ProcessInstance others = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(instanceId)
                .singleResult();
        return isAt(others.getId(), steps);
    }

    private boolean isAt(String instanceId, Set<String> steps) {
        ActivityInstance standing = runtime.getActivityInstance(instanceId);
        // Ended since it was listed.
        return standing != null && stands(standing).anyMatch(steps::contains);
    }

    private static Stream<String> stands(ActivityInstance standing) {
        return Stream.concat(
                        Arrays.stream(standing.getChildActivityInstances()).map(ActivityInstance::getActivityId),
                        Arrays.stream(standing.getChildTransitionInstances()).map(TransitionInstance::getActivityId))
                .map(step -> step.replace(LOOP, ""));
    }

    @Override
    public boolean hasExpertsAhead(String roundId) {
        return running(roundId).stream().anyMatch(id -> isAt(id, BEFORE_COMPARISON) || isAt(id, COMPARISON));
    }

    @Override
    public boolean hasChecksAhead(String roundId) {
        return hasExpertsAhead(roundId) || running(roundId).stream().anyMatch(id -> isAt(id, EXPERTS));
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

    @Override
    public boolean isReviewing(String applicationId) {
        return waits("UserTask_ReviewProject", APPLICATION_ID, applicationId);
    }

    /** True if somebody is asked whether the two are one. */
    public boolean isResolving(String pairId) {
        return waits("UserTask_ResolveDuplicate", PAIR_ID, pairId);
    }

    /** True if experts are scoring it for the Department. */
    public boolean isScoring(String applicationId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("expert-review")
                        .processInstanceBusinessKey(applicationId + "/" + Unit.DEPARTMENT)
                        .count()
                > 0;
    }

    private boolean waits(String task, String variable, String value) {
        return runtime.createExecutionQuery()
                        .processDefinitionKey(REVIEW)
                        .activityId(task)
                        .variableValueEquals(variable, value)
                        .count()
                > 0;
    }
}
