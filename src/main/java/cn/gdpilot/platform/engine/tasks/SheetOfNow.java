package cn.gdpilot.platform.engine.tasks;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine works out a task's sheet once, when the task begins. Who opens the form later decides by it: so the model's own
 * expression is asked again each time the form's values are fetched. Only shown, not kept.
 */
class SheetOfNow extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(SheetOfNow.class);

    private static final String VIEW = "view";

    @Override
    public <T> T execute(Command<T> command) {
        return next.execute(
                command instanceof GetTaskFormVariablesCmd form ? withSheet(command, form.resourceId) : command);
    }

    private static <T> Command<T> withSheet(Command<T> fetching, String taskId) {
        return context -> {
            T values = fetching.execute(context);
            if (values instanceof VariableMap shown && shown.containsKey(VIEW)) {
                sheet(taskId, context).ifPresent(sheet -> shown.put(VIEW, sheet));
            }
            return values;
        };
    }

    private static Optional<Object> sheet(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        ExecutionEntity execution = task.getExecution();
        IoMapping mapping = execution == null ? null : execution.getActivity().getIoMapping();
        return mapping == null
                ? Optional.empty()
                : mapping.getInputParameters().stream()
                        .filter(input -> input.getName().equals(VIEW))
                        .findFirst()
                        .flatMap(input -> now(input, execution, context));
    }

    private static Optional<Object> now(InputParameter input, ExecutionEntity execution, CommandContext context) {
        Callable<Object> reading = () -> input.getValueProvider().getValue(execution);
        // Readers answer the task at which the engine stands.
        Context.setExecutionContext(execution);
        try {
            return Optional.ofNullable(context.runWithoutAuthorization(reading));
        } catch (RuntimeException e) {
            LOG.warn("The sheet of task {} is shown as it was when the task began", execution.getActivityId(), e);
            return Optional.empty();
        } finally {
            Context.removeExecutionContext();
        }
    }
}
