package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendRefusalDelegate implements JavaDelegate {

    private final RefuseApplication refusing;
    private final SystemStep step;

    SendRefusalDelegate(RefuseApplication refusing, SystemStep step) {
        this.refusing = refusing;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> refusing.tellRefusal(execution.getProcessBusinessKey()));
    }
}
