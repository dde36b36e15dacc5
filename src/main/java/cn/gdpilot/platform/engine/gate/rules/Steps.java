package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps that work name their bean. Steps that ask a table: the table is there, gets each of its inputs, and the step says nothing that it would not do. */
final class Steps implements Family {

    private static final String BINDING = "decisionRefBinding";
    private static final List<String> IGNORED =
            List.of("resultVariable", "mapDecisionResult", BINDING, "decisionRefVersion", "decisionRefVersionTag");

    private final Map<String, List<String>> inputs;

    /** @param inputs names of the inputs of each table that the program asks, by its id */
    Steps(Map<String, List<String>> inputs) {
        this.inputs = inputs;
    }

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        model.idle().forEach(step -> faults.add(handed.fault(Rule.BEAN, step, "")));
        for (String step : model.ids("businessRuleTask")) {
            String table = model.attribute(step, "decisionRef");
            if (inputs.containsKey(table)) {
                own(handed, step, table, faults);
            } else if (table.isBlank()
                    || Syntax.isIn(table)
                    || !handed.release().beside().hasTable(table)) {
                faults.add(handed.fault(Rule.DECISION, step, "", table));
            }
        }
        return faults;
    }

    private void own(Handed handed, String step, String table, List<Fault> faults) {
        DrawnModel model = handed.model();
        Set<String> given = model.added(step, "inputParameter", "name").stream()
                .map(one -> one.get("name"))
                .collect(Collectors.toSet());
        inputs.get(table).stream()
                .filter(input -> !given.contains(input))
                .forEach(input -> faults.add(handed.fault(Rule.FACTS, step, "", table, input)));
        for (String name : IGNORED) {
            String value = model.attribute(step, name);
            if (!value.isEmpty() && !(name.equals(BINDING) && value.equals("latest"))) {
                faults.add(handed.fault(Rule.TABLE_STEP, step, "", table, name));
            }
        }
    }
}
