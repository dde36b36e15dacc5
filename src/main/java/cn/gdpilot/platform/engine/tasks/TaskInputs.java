package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.GROUNDS;
import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;
import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model names as inputs of a user task: its subject, and what its form shows. The engine would work them out when
 * the task begins and keep them as variables; here each is worked out when somebody looks.
 */
final class TaskInputs {

    private static final Logger LOG = LoggerFactory.getLogger(TaskInputs.class);

    private static final String PROPERTY = "gdpilotTaskInputs";
    /** The sheet: a form shows it, and it is no answer. */
    private static final String VIEW = "view";

    private static final Set<String> NO_ANSWERS = Set.of(VIEW, SUBJECT, OUTCOME, GROUNDS);

    private final ExecutionEntity execution;
    private final Map<String, ParameterValueProvider> named;

    private TaskInputs(ExecutionEntity execution) {
        this.execution = execution;
        this.named = execution == null ? Map.of() : kept(execution.getActivity());
    }

    /** Takes the inputs off a step of a model that is read, except keys: messages find their task by them. */
    static void take(ActivityImpl step) {
        if (step.getIoMapping() == null) {
            return;
        }
        Map<String, ParameterValueProvider> inputs = new LinkedHashMap<>();
        List<InputParameter> keys = new ArrayList<>();
        for (InputParameter input : step.getIoMapping().getInputParameters()) {
            if (isKey(input)) {
                keys.add(input);
            } else {
                inputs.put(input.getName(), input.getValueProvider());
            }
        }
        step.setProperty(PROPERTY, inputs);
        step.getIoMapping().setInputParameters(keys);
    }

    /** A key is handed on under its own name. */
    private static boolean isKey(InputParameter input) {
        return input.getValueProvider() instanceof ElValueProvider expression
                && expression.getExpression().getExpressionText().equals("${" + input.getName() + "}");
    }

    static TaskInputs of(TaskEntity task) {
        return new TaskInputs(task == null ? null : task.getExecution());
    }

    /** The task's subject; null if the model does not name it. */
    String subject() {
        ParameterValueProvider subject = named.get(SUBJECT);
        return subject == null ? null : (String) subject.getValue(execution);
    }

    /**
     * What the form shows now. One that cannot be worked out is left out and logged.
     *
     * @param asked names that are asked for; null for all
     */
    Map<String, Object> shown(Collection<String> asked, CommandContext context) {
        Map<String, Object> shown = new LinkedHashMap<>();
        named.keySet().stream()
                .filter(name -> asked == null || asked.contains(name))
                .forEach(name -> now(name, context).ifPresent(value -> shown.put(name, value)));
        return shown;
    }

    /**
     * What the form offers as answers, except those that were given: who sends none leaves them as they are. A decision and
     * its grounds are never taken for given.
     */
    Map<String, Object> offered(Map<String, Object> given, CommandContext context) {
        Map<String, Object> offered = new LinkedHashMap<>();
        named.keySet().stream()
                .filter(name -> !NO_ANSWERS.contains(name) && !given.containsKey(name))
                .forEach(name -> now(name, context).ifPresent(value -> offered.put(name, value)));
        return offered;
    }

    private Optional<Object> now(String name, CommandContext context) {
        Callable<Object> reading = () -> named.get(name).getValue(execution);
        // Readers answer the task at which the engine stands.
        Context.setExecutionContext(execution);
        try {
            return Optional.ofNullable(context.runWithoutAuthorization(reading));
        } catch (RuntimeException e) {
            LOG.warn("{} of task {} cannot be worked out", name, execution.getActivityId(), e);
            return Optional.empty();
        } finally {
            Context.removeExecutionContext();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ParameterValueProvider> kept(ActivityImpl step) {
        Object inputs = step == null ? null : step.getProperty(PROPERTY);
        return inputs == null ? Map.of() : (Map<String, ParameterValueProvider>) inputs;
    }
}
