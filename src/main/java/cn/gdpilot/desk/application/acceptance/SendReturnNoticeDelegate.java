package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "发送补正通知",
        help = "把须补正的事项和期限通知申报单位。用在登记退回补正之后。",
        given = Given.CASE,
        gives = "申报单位收到通知。",
        in = "application")
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
