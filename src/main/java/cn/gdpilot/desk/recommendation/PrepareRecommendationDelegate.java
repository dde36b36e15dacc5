package cn.gdpilot.desk.recommendation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PrepareRecommendationDelegate implements JavaDelegate {

    private final RecommendationDesk desk;

    PrepareRecommendationDelegate(RecommendationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.prepare((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
