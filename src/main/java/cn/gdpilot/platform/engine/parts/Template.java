package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element template, as Camunda's schema for templates of Camunda 7 wants it. */
final class Template {

    /** The schema that the build holds each template against. */
    static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema@0.22.1/resources/schema.json";

    private static final String PREFIX = "cn.gdpilot.";

    /** A value to choose, and its name in Chinese. */
    record Choice(String name, String value) {}

    private final Map<String, Object> json = new LinkedHashMap<>();
    private final List<Map<String, Object>> properties = new ArrayList<>();

    /** @param element into which the Modeler changes a task, e.g. bpmn:ServiceTask */
    Template(String key, String name, String help, String element) {
        json.put("$schema", SCHEMA);
        json.put("name", name);
        json.put("id", PREFIX + key);
        json.put("description", help);
        json.put("appliesTo", List.of("bpmn:Task", element));
        json.put("elementType", Map.of("value", element));
        json.put("entriesVisible", true);
        json.put("properties", properties);
        Map<String, Object> label =
                property(Texts.of("template.label"), "", "String", name, binding("property", "name", "name"));
        label.put("constraints", Map.of("notEmpty", true));
    }

    /** An attribute that is always the same. */
    Template hidden(String attribute, String value) {
        property("", "", "Hidden", value, binding("property", "name", attribute));
        return this;
    }

    /** An attribute with one of several values; the first one at first. */
    Template choice(String attribute, String label, String help, List<Choice> choices) {
        chosen(property(label, help, "Dropdown", null, binding("property", "name", attribute)), choices);
        return this;
    }

    /** An input of the step with one of several values; any, where none is declared yet. */
    Template input(String name, String label, List<Choice> choices) {
        if (choices.isEmpty()) {
            return input(name, label, "");
        }
        chosen(property(label, "", "Dropdown", null, binding("camunda:inputParameter", "name", name)), choices);
        return this;
    }

    /** An input of the step. */
    Template input(String name, String label, String value) {
        Map<String, Object> input = property(
                label + "（" + name + "）", "", "String", value, binding("camunda:inputParameter", "name", name));
        input.put("constraints", Map.of("notEmpty", true));
        return this;
    }

    /** An output of the step: what is worked out, and the variable that it becomes. */
    Template output(String source, String variable) {
        property(
                Texts.of("template.output", variable),
                source,
                "String",
                variable,
                binding("camunda:outputParameter", "source", source));
        return this;
    }

    /** Key of the process that a call activity calls: an expression. */
    Template key(String value) {
        return handed(Texts.of("template.key"), value, Map.of("type", "camunda:in:businessKey"));
    }

    /** A variable that a call activity hands over: from one of its own, or from an expression. */
    Template handed(String name, String meaning, String value, boolean isExpression) {
        return handed(
                meaning + "（" + name + "）",
                value,
                isExpression
                        ? Map.of("type", "camunda:in", "target", name, "expression", true)
                        : Map.of("type", "camunda:in", "target", name));
    }

    private Template handed(String label, String value, Map<String, Object> binding) {
        property(label, "", "String", value, binding).put("constraints", Map.of("notEmpty", true));
        return this;
    }

    private static void chosen(Map<String, Object> property, List<Choice> choices) {
        property.put("choices", choices);
        if (!choices.isEmpty()) {
            property.put("value", choices.get(0).value());
        }
    }

    private Map<String, Object> property(String label, String help, String type, String value, Map<String, ?> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        if (!label.isEmpty()) {
            property.put("label", label);
        }
        if (!help.isEmpty()) {
            property.put("description", help);
        }
        property.put("type", type);
        if (value != null) {
            property.put("value", value);
        }
        property.put("binding", binding);
        properties.add(property);
        return property;
    }

    private static Map<String, String> binding(String type, String key, String value) {
        return Map.of("type", type, key, value);
    }

    Map<String, Object> json() {
        return json;
    }
}
