package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记逾期申请",
        help = "期限已过仍未受理的申请，登记为逾期不予受理并通知申报单位。只接在期限消息之后使用。",
        given = Given.CASE,
        gives = "申请结束，状态为逾期；申报单位收到通知。",
        in = "application")
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
