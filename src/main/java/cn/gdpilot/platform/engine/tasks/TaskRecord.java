package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.GROUNDS;
import static cn.gdpilot.platform.engine.variables.CaseVariables.OBJECTION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;
import static cn.gdpilot.platform.engine.variables.CaseVariables.PAIR_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hears every task that is completed, so that what the model draws behind it may take effect, and writes it into the record
 * with the answer, its grounds and the version of the model that asked.
 */
@Component
public class TaskRecord extends AbstractBpmnParseListener implements TaskListener {

    private static final List<String> KEYS = List.of(APPLICATION_ID, PAIR_ID, OBJECTION_ID, UNIT, CAMPAIGN_ID);

    private final ObjectProvider<RecordBook> book;
    private final CurrentOfficer officer;
    private final AskedPerson asked;

    TaskRecord(ObjectProvider<RecordBook> book, CurrentOfficer officer, AskedPerson asked) {
        this.book = book;
        this.officer = officer;
        this.asked = asked;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        asked.hear(task, keys(task));
        String subject = String.join(" ", keys(task).values());
        book.getObject()
                .write(new RecordEvent(
                        officer.actor(),
                        "task.completed",
                        task.getTaskDefinitionKey() + " " + subject,
                        text(GROUNDS),
                        null,
                        text(OUTCOME),
                        task.getProcessDefinitionId()));
    }

    /** The keys of the case that the task is about. */
    private static Map<String, String> keys(DelegateTask task) {
        Map<String, String> keys = new LinkedHashMap<>();
        KEYS.stream().filter(task::hasVariable).forEach(key -> keys.put(key, String.valueOf(task.getVariable(key))));
        return keys;
    }

    private static String text(String name) {
        Object value = GivenAnswers.now().get(name);
        return value == null ? null : value.toString();
    }
}
