package cn.gdpilot.desk.application.acceptance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseMissedApplicationDelegate implements JavaDelegate {

    private final Acceptance acceptance;

    CloseMissedApplicationDelegate(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.close(execution.getProcessBusinessKey());
    }
}
