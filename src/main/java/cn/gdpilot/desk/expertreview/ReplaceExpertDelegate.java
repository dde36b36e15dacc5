package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "撤销指派",
        help = "专家到期未评分时撤销其指派，以便另行指派。",
        given = Given.ASSIGNMENT,
        gives = "该指派失效；专家收到告知。",
        in = "expert-review")
class ReplaceExpertDelegate implements JavaDelegate {

    private final ExpertDesk desk;
    private final SystemStep step;

    ReplaceExpertDelegate(ExpertDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> desk.release(Long.parseLong((String) execution.getVariable(ASSIGNMENT_ID))));
    }
}
