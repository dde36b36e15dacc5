package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that the lead's task was made: until it is done nobody is told that the outcome has changed. */
@Component
class AskLeadListener implements TaskListener {

    private final ObjectionDesk desk;
    private final SystemStep step;

    AskLeadListener(ObjectionDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void notify(DelegateTask task) {
        step.take(task, () -> desk.askLead(Long.parseLong((String) task.getVariable(OBJECTION_ID))));
    }
}
