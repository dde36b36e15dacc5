package cn.gdpilot.desk.recommendation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PrepareRecommendationDelegate implements JavaDelegate {

    private final OpenList lists;

    PrepareRecommendationDelegate(OpenList lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lists.prepare((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
