package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ProduceSummaryTableDelegate implements JavaDelegate {

    private final RecommendationDesk desk;

    ProduceSummaryTableDelegate(RecommendationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.makeSummary((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
