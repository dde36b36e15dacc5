package cn.gdpilot.desk.ministryreview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterPilotsDelegate implements JavaDelegate {

    private final MinistryDesk desk;

    RegisterPilotsDelegate(MinistryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.publish((String) execution.getVariable("campaignId"));
    }
}
