package cn.gdpilot.desk.recommendation.closing;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.deadline.closing.DeadlineClosing;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
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
