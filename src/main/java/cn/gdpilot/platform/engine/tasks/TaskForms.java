package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;

import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A form is filled when it is opened, and its answers last as long as the transaction that takes them: the engine keeps
 * neither as variables. The guard has judged the call.
 */
class TaskForms extends CommandInterceptor {

    private final FurtherAnswers further;

    TaskForms(FurtherAnswers further) {
        this.further = further;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        if (command instanceof GetTaskFormVariablesCmd form) {
            return next.execute(context -> {
                T values = command.execute(context);
                if (values instanceof VariableMap shown) {
                    show(form, shown, context);
                }
                return values;
            });
        }
        // A task that is given back after a delegation is completed by another command, of a class below this one.
        if (command instanceof CompleteTaskCmd completing && command.getClass() == CompleteTaskCmd.class) {
            return next.execute(context -> (T) answered(completing, context));
        }
        if (command instanceof SubmitTaskFormCmd submitting) {
            return next.execute(context -> (T) answered(submitting, context));
        }
        return next.execute(command);
    }

    private static void show(GetTaskFormVariablesCmd form, VariableMap shown, CommandContext context) {
        shown.putAll(TaskInputs.of(task(form.resourceId, context)).shown(form.formVariableNames, context));
    }

    private VariableMap answered(CompleteTaskCmd command, CommandContext context) {
        CommandFields fields = new CommandFields(command);
        return heard(
                fields.text("taskId"),
                fields.map("variables"),
                context,
                (task, answers) -> new CompleteTaskCmd(
                                task,
                                answers,
                                fields.flag("returnVariables"),
                                fields.flag("deserializeReturnedVariables"))
                        .execute(context));
    }

    private VariableMap answered(SubmitTaskFormCmd command, CommandContext context) {
        CommandFields fields = new CommandFields(command);
        return heard(
                fields.text("taskId"),
                fields.map("properties"),
                context,
                (task, answers) -> new SubmitTaskFormCmd(
                                task, answers, fields.flag("returnVariables"), fields.flag("deserializeValues"))
                        .execute(context));
    }

    private VariableMap heard(
            String taskId,
            Map<String, Object> given,
            CommandContext context,
            BiFunction<String, VariableMap, VariableMap> completing) {
        TaskEntity task = task(taskId, context);
        Map<String, Object> offered = TaskInputs.of(task).offered(given, context);
        further.keep(task, given);
        return GivenAnswers.of(given, offered, task).during(() -> completing.apply(taskId, fleeting(given, task)));
    }

    /**
     * Conditions of the model read them, until the transaction ends; where nothing was decided they read that. A variable of
     * that name that a model keeps takes the answer over, except keys: they say which case it is.
     */
    static VariableMap fleeting(Map<String, Object> given, TaskEntity task) {
        VariableMap answers = Variables.createVariables();
        Map<String, Object> all = new HashMap<>(given);
        all.keySet().removeAll(CaseVariables.KEYS);
        all.putIfAbsent(OUTCOME, null);
        all.forEach((name, value) ->
                answers.putValueTyped(name, Variables.untypedValue(value, task == null || !isKept(task, name))));
        return answers;
    }

    private static boolean isKept(TaskEntity task, String name) {
        TypedValue kept = task.getVariableTyped(name, false);
        return kept != null && !kept.isTransient();
    }

    private static TaskEntity task(String id, CommandContext context) {
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }
}
