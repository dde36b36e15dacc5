package cn.gdpilot.desk.recommendation.closing;

import cn.gdpilot.domain.deadline.closing.DeadlineClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseRecommendationDelegate implements JavaDelegate {

    private final DeadlineClosing closing;

    CloseRecommendationDelegate(DeadlineClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
