package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseMissedApplicationDelegate implements JavaDelegate {

    private final CloseMissedApplication closing;
    private final SystemStep step;

    CloseMissedApplicationDelegate(CloseMissedApplication closing, SystemStep step) {
        this.closing = closing;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> closing.close(execution.getProcessBusinessKey()));
    }
}
