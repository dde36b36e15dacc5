package cn.gdpilot.desk.application.acceptance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseMissedApplicationDelegate implements JavaDelegate {

    private final CloseMissedApplication closing;

    CloseMissedApplicationDelegate(CloseMissedApplication closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(execution.getProcessBusinessKey());
    }
}
