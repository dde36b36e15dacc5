package cn.gdpilot.desk.application.acceptance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendReturnNoticeDelegate implements JavaDelegate {

    private final ReturnApplication returning;

    SendReturnNoticeDelegate(ReturnApplication returning) {
        this.returning = returning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returning.tellReturn(execution.getProcessBusinessKey());
    }
}
