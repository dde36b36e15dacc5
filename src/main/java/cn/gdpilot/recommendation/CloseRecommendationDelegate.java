package cn.gdpilot.recommendation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseRecommendationDelegate implements JavaDelegate {

    private final RecommendationDesk desk;

    CloseRecommendationDelegate(RecommendationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.close((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
