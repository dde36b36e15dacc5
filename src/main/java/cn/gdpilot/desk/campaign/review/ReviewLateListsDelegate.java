package cn.gdpilot.desk.campaign.review;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** At the end of a review that nobody has called, with all that ran beside it; after a called one its caller's model looks by itself. */
@Component
class ReviewLateListsDelegate implements JavaDelegate {

    private final DepartmentReview review;

    ReviewLateListsDelegate(DepartmentReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean called = execution.getProcessInstance().getSuperExecution() != null;
        if (!called && !execution.isCanceled()) {
            review.again(execution.getProcessInstanceId(), (String) execution.getVariable(CAMPAIGN_ID));
        }
    }
}
