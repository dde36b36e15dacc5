package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendReturnNoticeDelegate implements JavaDelegate {

    private final ReturnApplication returning;
    private final SystemStep step;

    SendReturnNoticeDelegate(ReturnApplication returning, SystemStep step) {
        this.returning = returning;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> returning.tellReturn(execution.getProcessBusinessKey()));
    }
}
