package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that the lead's task was made: until it is done nobody is told that the outcome has changed. */
@Component
class AskLeadListener implements TaskListener {

    private final ObjectionDesk desk;

    AskLeadListener(ObjectionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        desk.askLead(Long.parseLong((String) task.getVariable(OBJECTION_ID)));
    }
}
