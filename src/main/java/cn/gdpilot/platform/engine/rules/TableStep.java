package cn.gdpilot.platform.engine.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A business rule task that asks one of this program's tables. Its inputs are worked out at that moment and its outputs last
 * as long as the transaction: the engine keeps neither, so that no person can have written what a table is asked with, or what
 * it answered.
 */
final class TableStep extends AbstractBpmnActivityBehavior {

    /** Name under which outputs of the step read the table's answer. */
    private static final String RESULT = "decisionResult";

    private final String table;
    private final Map<String, ParameterValueProvider> inputs;
    private final Map<String, ParameterValueProvider> outputs;
    private final AskedTables asked;

    TableStep(
            String table, List<? extends IoParameter> inputs, List<? extends IoParameter> outputs, AskedTables asked) {
        this.table = table;
        this.inputs = byName(inputs);
        this.outputs = byName(outputs);
        this.asked = asked;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        ExecutionEntity step = (ExecutionEntity) execution;
        Map<String, Object> facts = new HashMap<>();
        inputs.forEach((name, value) -> facts.put(name, value.getValue(step)));
        step.setVariableLocal(RESULT, Variables.untypedValue(asked.ask(table, facts, step), true));
        outputs.forEach((name, value) ->
                around(step).setVariableLocal(name, Variables.untypedValue(value.getValue(step), true)));
        leave(execution);
    }

    /** The scope in which the next steps read the outputs. */
    private static ExecutionEntity around(ExecutionEntity step) {
        return step.getParent() == null ? step : step.getParent();
    }

    private static Map<String, ParameterValueProvider> byName(List<? extends IoParameter> parameters) {
        Map<String, ParameterValueProvider> byName = new LinkedHashMap<>();
        parameters.forEach(one -> byName.put(one.getName(), one.getValueProvider()));
        return byName;
    }
}
