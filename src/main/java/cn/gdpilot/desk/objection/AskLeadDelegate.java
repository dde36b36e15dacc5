package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears that the lead's task was made: until it is done nobody is told that the outcome has changed. */
@Component
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
