package cn.gdpilot.desk.recommendation.closing;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.deadline.closing.DeadlineClosing;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记逾期名单",
        help = "期限已过仍未送达的名单登记为逾期。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "名单和其中的申请按逾期结束。",
        in = "recommendation")
class CloseRecommendationDelegate implements JavaDelegate {

    private final DeadlineClosing closing;
    private final SystemStep step;

    CloseRecommendationDelegate(DeadlineClosing closing, SystemStep step) {
        this.closing = closing;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(
                execution,
                () -> closing.close((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT)));
    }
}
