package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps the task's subject, which its model names, with the task itself: the Tasklist's list shows it from there. */
@Component
class ShowSubjectListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(SUBJECT, task.getVariable(SUBJECT));
    }
}
