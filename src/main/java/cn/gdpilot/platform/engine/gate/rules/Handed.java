package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.util.List;
import java.util.Optional;

/**
 * A model under judgement.
 *
 * @param file    its name
 * @param release what is handed in with it
 */
record Handed(String file, DrawnModel model, Release release, Contract contract) {

    /** Id of its process; empty if there is none. */
    String process() {
        List<String> processes = model.processes();
        return processes.isEmpty() ? "" : processes.get(0);
    }

    /** True for a user task that the program knows. */
    boolean isOfContract(String task) {
        return contract.tasks(process()).containsKey(task);
    }

    /** The form that a task shows, if it was handed in. */
    Optional<DrawnForm> form(String task) {
        return Optional.ofNullable(release.form(model.attribute(task, "formRef")));
    }

    /** A fault of an element, in the words of that key. */
    Fault fault(Rule rule, String element, String key, Object... arguments) {
        return new Fault(rule, file, element, model.label(element), Texts.of("rule." + rule.id() + key, arguments));
    }
}
