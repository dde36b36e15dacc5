package cn.gdpilot.desk.application.acceptance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RemindCorrectionDelegate implements JavaDelegate {

    private final RemindCorrection reminding;

    RemindCorrectionDelegate(RemindCorrection reminding) {
        this.reminding = reminding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminding.send(execution.getProcessBusinessKey());
    }
}
