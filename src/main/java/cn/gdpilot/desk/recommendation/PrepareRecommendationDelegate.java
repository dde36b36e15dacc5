package cn.gdpilot.desk.recommendation;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "读取名额与期限",
        help = "按规则表确定本单位的名额、份数和期限，建立名单。用在核定名额之后。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "单位的名单建立。",
        in = "recommendation")
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
