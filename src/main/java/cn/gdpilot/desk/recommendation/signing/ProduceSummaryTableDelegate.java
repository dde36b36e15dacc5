package cn.gdpilot.desk.recommendation.signing;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "生成推荐汇总表",
        help = "生成已签发名单的推荐汇总表和封面。用在签发之后。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "汇总表可在单位页面下载。",
        in = "recommendation")
class ProduceSummaryTableDelegate implements JavaDelegate {

    private final MakeListPapers papers;
    private final SystemStep step;

    ProduceSummaryTableDelegate(MakeListPapers papers, SystemStep step) {
        this.papers = papers;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(
                execution,
                () -> papers.make((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT)));
    }
}
