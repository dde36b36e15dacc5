package cn.gdpilot.desk.campaign.review;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** At the end of a review that nobody has called, with all that ran beside it; after a called one its caller's model looks by itself. */
@Component
@ForModels(
        name = "检查补报名单",
        help = "初审流程结束时，检查期间是否有补报的名单需要另行初审。用作流程的执行监听器（end）。",
        given = Given.CAMPAIGN,
        gives = "有补报时另起一次初审。",
        in = "province-review",
        listener = true)
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
