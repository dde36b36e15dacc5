package cn.gdpilot.desk.recommendation.handover;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendElectronicVersionDelegate implements JavaDelegate {

    private final ElectronicVersion electronicVersion;

    SendElectronicVersionDelegate(ElectronicVersion electronicVersion) {
        this.electronicVersion = electronicVersion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        electronicVersion.post((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT));
    }
}
