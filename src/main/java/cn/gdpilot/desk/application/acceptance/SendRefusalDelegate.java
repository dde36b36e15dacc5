package cn.gdpilot.desk.application.acceptance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendRefusalDelegate implements JavaDelegate {

    private final RefuseApplication refusing;

    SendRefusalDelegate(RefuseApplication refusing) {
        this.refusing = refusing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refusing.tellRefusal(execution.getProcessBusinessKey());
    }
}
