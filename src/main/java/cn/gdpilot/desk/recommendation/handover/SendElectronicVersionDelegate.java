package cn.gdpilot.desk.recommendation.handover;

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
        name = "发送电子版",
        help = "把推荐材料的电子版发到部级邮箱。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "电子版发出并登记。",
        in = "recommendation")
class SendElectronicVersionDelegate implements JavaDelegate {

    private final ElectronicVersion electronicVersion;
    private final SystemStep step;

    SendElectronicVersionDelegate(ElectronicVersion electronicVersion, SystemStep step) {
        this.electronicVersion = electronicVersion;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(
                execution,
                () -> electronicVersion.post(
                        (String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT)));
    }
}
