package cn.gdpilot.desk.provincereview.beside;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.PAIR_ID;

import cn.gdpilot.domain.identity.Unit;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What instances of the Department's review have in hand: one that begins beside others leaves it to them. */
@Component
public class ReviewsInHand {

    private static final String REVIEW = "province-review";

    private final RuntimeService runtime;

    ReviewsInHand(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** True if that instance reviews what came late, called by one that was there before. */
    public boolean isBesideAnother(String instanceId) {
        return runtime.createProcessInstanceQuery()
                        .subProcessInstanceId(instanceId)
                        .processDefinitionKey(REVIEW)
                        .count()
                > 0;
    }

    /** True if the project has its task of the first review. */
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
