package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "发送不予受理通知",
        help = "把不予受理的决定和理由通知申报单位。用在登记不予受理之后。",
        given = Given.CASE,
        gives = "申报单位收到通知。",
        in = "application")
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
