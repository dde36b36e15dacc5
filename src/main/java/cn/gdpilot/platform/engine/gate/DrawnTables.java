package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;

/** A step that asks one of this program's tables says nothing that the step would not do. */
final class DrawnTables {

    private static final String BINDING = "decisionRefBinding";
    private static final List<String> IGNORED =
            List.of("resultVariable", "mapDecisionResult", BINDING, "decisionRefVersion", "decisionRefVersionTag");

    private final Set<String> tables;

    DrawnTables(Set<String> tables) {
        this.tables = tables;
    }

    /** @throws Refusal with the step and the attribute that would be passed over */
    void check(String file, DrawnModel model) {
        for (String step : model.ids("businessRuleTask")) {
            String table = model.attribute(step, "decisionRef");
            if (tables.contains(table)) {
                for (String name : IGNORED) {
                    String value = model.attribute(step, name);
                    if (!value.isEmpty() && !(name.equals(BINDING) && value.equals("latest"))) {
                        throw Refusal.invalid("model.gate.table-step", file, model.label(step), step, table, name);
                    }
                }
            }
        }
    }
}
