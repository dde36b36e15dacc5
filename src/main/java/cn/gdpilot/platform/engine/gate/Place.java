package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import java.util.Set;

/**
 * A place in a model: names what is refused there.
 *
 * @param element   with its prefix
 * @param id        of the element or of the nearest one around it that has one; may be empty
 * @param label     name of that element; may be empty
 * @param attribute with its prefix; empty for the element itself or its text
 * @param process   id of the process around it; may be empty
 * @param taskInput true for the text of an input of a user task
 */
record Place(
        String file,
        int line,
        String element,
        String id,
        String label,
        String attribute,
        String process,
        boolean taskInput) {

    /** Names of things that run code; all else can just be removed. */
    private static final Set<String> CODE = Set.of(
            "camunda:class",
            "camunda:expression",
            "camunda:script",
            "camunda:connector",
            "camunda:field",
            "camunda:type",
            "camunda:topic",
            "camunda:resource",
            "camunda:formHandlerClass",
            "camunda:variableMappingClass",
            "camunda:variableMappingDelegateExpression",
            "bpmn:scriptTask",
            "bpmn:script",
            "class",
            "expression",
            "scriptFormat");

    private static final Set<String> FORM = Set.of("camunda:formKey", "formKey");

    /** Something that is not listed; says what to do instead. */
    Refusal unlisted() {
        String name = attribute.isEmpty() ? element : attribute;
        String key = attribute.isEmpty() ? "model.gate.element" : "model.gate.attribute";
        String advice = CODE.contains(name)
                ? "model.gate.instead-of-code"
                : FORM.contains(name) ? "model.gate.instead-of-key" : "model.gate.remove";
        return refuse(file.endsWith(".dmn") ? Rule.TABLE_LISTED : Rule.LISTED, Texts.of(key, name) + Texts.of(advice));
    }

    /** The place and a reason that says what to do. */
    Refusal refuse(Rule rule, String reason) {
        String what = Texts.of("model.gate", line, Texts.of("model.gate.at", element), reason);
        return new Fault(rule, file, id, label, what).refusal();
    }

    Place at(String name) {
        return new Place(file, line, element, id, label, name, process, taskInput);
    }
}
