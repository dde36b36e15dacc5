package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears that the lead's task was made: until it is done nobody is told that the outcome has changed. */
@Component
@ForModels(
        name = "请负责人决定",
        help = "登记异议已提请负责人决定，此前不对外告知结果改变。用在负责人任务之前。",
        given = Given.OBJECTION,
        gives = "提请入卷；结果暂不对外告知。",
        in = "objection")
class AskLeadDelegate implements JavaDelegate {

    private final ObjectionDesk desk;
    private final SystemStep step;

    AskLeadDelegate(ObjectionDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> desk.askLead(Long.parseLong((String) execution.getVariable(OBJECTION_ID))));
    }
}
