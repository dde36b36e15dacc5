package cn.gdpilot.desk.campaign.review;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** At the end of a review that no round has called; after a called one the round's model looks by itself. */
@Component
class ReviewLateListsDelegate implements JavaDelegate {

    private final DepartmentReview review;

    ReviewLateListsDelegate(DepartmentReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessInstance().getSuperExecution() == null) {
            review.again(execution.getProcessInstanceId(), (String) execution.getVariable(CAMPAIGN_ID));
        }
    }
}
