package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "提醒补正",
        help = "给须补正的申报单位发一封提醒信。接在补正任务的定时边界事件之后。",
        given = Given.CASE,
        gives = "申报单位收到提醒；状态不变。",
        in = "application")
class RemindCorrectionDelegate implements JavaDelegate {

    private final RemindCorrection reminding;

    RemindCorrectionDelegate(RemindCorrection reminding) {
        this.reminding = reminding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminding.send(execution.getProcessBusinessKey());
    }
}
