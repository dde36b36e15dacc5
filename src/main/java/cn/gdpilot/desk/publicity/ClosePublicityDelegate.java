package cn.gdpilot.desk.publicity;

import static cn.gdpilot.desk.publicity.PublicityVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.publicity.PublicityVariables.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ClosePublicityDelegate implements JavaDelegate {

    private final PublicityDesk desk;

    ClosePublicityDelegate(PublicityDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.close((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT));
    }
}
