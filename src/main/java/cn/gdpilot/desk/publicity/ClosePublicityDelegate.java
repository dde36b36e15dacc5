package cn.gdpilot.desk.publicity;

import static cn.gdpilot.desk.publicity.PublicityVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.publicity.PublicityVariables.UNIT;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ClosePublicityDelegate implements JavaDelegate {

    private final PublicityDesk desk;
    private final SystemStep step;

    ClosePublicityDelegate(PublicityDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(
                execution,
                () -> desk.close((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT)));
    }
}
