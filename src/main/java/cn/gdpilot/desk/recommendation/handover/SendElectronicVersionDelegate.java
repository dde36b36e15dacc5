package cn.gdpilot.desk.recommendation.handover;

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
        electronicVersion.post((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
