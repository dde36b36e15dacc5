package cn.gdpilot.desk.recommendation;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

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
        lists.prepare((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT));
    }
}
