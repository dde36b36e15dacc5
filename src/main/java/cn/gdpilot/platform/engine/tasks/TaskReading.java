package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads the user tasks of a model: their inputs are kept apart, and a new task keeps its subject, which lists show. */
class TaskReading extends AbstractBpmnParseListener implements TaskListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        read(process.getActivities());
    }

    private void read(List<ActivityImpl> steps) {
        for (ActivityImpl step : steps) {
            if (step.getActivityBehavior() instanceof UserTaskActivityBehavior asking) {
                TaskInputs.take(step);
                asking.getTaskDefinition().addTaskListener(EVENTNAME_CREATE, this);
            }
            read(step.getActivities());
        }
    }

    @Override
    public void notify(DelegateTask task) {
        String holder = GivenAnswers.now().holderOfSame((TaskEntity) task);
        if (holder != null && task.getAssignee() == null) {
            // It has come back at once: it stays with whoever has it, and is not somebody else's to find.
            task.setAssignee(holder);
        }
        String subject = TaskInputs.of((TaskEntity) task).subject();
        if (subject != null) {
            task.setVariableLocal(SUBJECT, subject);
        }
    }
}
