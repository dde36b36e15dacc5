package cn.gdpilot.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Names of the variables that a process uses, in its model and in the forms of its tasks.
 *
 * @param model the process
 * @param forms folder of the forms
 * @param beans names in expressions that are beans, not variables
 * @param answersOfTables names that last as long as a transaction
 */
record ModelVariables(BpmnModelInstance model, File forms, Set<String> beans, Set<String> answersOfTables) {

    ModelVariables(BpmnModelInstance model, File forms, Set<String> beans) {
        this(model, forms, beans, new TreeSet<>(Set.of("decisionResult")));
    }

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern DELEGATE = Pattern.compile("[a-z][A-Za-z0-9]*(Delegate|Listener)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern FEEL_NAME = Pattern.compile("\"[^\"]*\"|\\b([a-z]\\w*)\\b");
    private static final ObjectMapper JSON = new ObjectMapper();

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        tree(model.getDocument().getRootElement()).forEach(element -> read(element, names));
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> read(json(new File(forms, task.getCamundaFormRef() + ".form")), names));
        names.removeAll(answersOfTables);
        return names;
    }

    private boolean isOfTable(DomElement parameter) {
        DomElement step = parameter.getParentElement().getParentElement().getParentElement();
        if (!step.getLocalName().equals("businessRuleTask")) {
            return false;
        }
        answersOfTables.add(parameter.getAttribute("name"));
        return true;
    }

    private void read(DomElement element, Set<String> names) {
        switch (element.getLocalName()) {
            // What a table is asked with and what it answers are no variables.
            case "inputParameter", "outputParameter" -> {
                if (!isOfTable(element)) {
                    add(names, element.getAttribute("name"));
                }
            }
            case "formField" -> add(names, element.getAttribute("id"));
            // The target of a call is a variable of the process that is called.
            case "in" -> add(names, element.getAttribute("source"));
            case "out" -> add(names, element.getAttribute("target"));
            case "multiInstanceLoopCharacteristics" -> add(names, element.getAttribute(CAMUNDA, "elementVariable"));
            default -> {}
        }
        Stream.of(
                        "businessKey",
                        "sourceExpression",
                        "candidateGroups",
                        "dueDate",
                        "followUpDate",
                        "collection",
                        "defaultValue")
                .flatMap(name -> Stream.of(element.getAttribute(name), element.getAttribute(CAMUNDA, name)))
                .forEach(value -> readExpressions(value, names));
        if (element.getChildElements().isEmpty()) {
            readExpressions(element.getTextContent(), names);
        }
    }

    private void readExpressions(String text, Set<String> names) {
        if (text == null) {
            return;
        }
        EXPRESSION.matcher(text).results().map(MatchResult::group).forEach(expression -> {
            for (IdentifierNode node : new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build(expression)
                    .getIdentifierNodes()) {
                // The case itself, whose id a model may hand to a bean.
                if (!node.getName().equals("execution")) {
                    add(names, node.getName());
                }
            }
        });
    }

    private void read(JsonNode part, Set<String> names) {
        if (part.hasNonNull("key")) {
            add(names, part.get("key").asText());
        }
        PLACEHOLDER.matcher(part.path("text").asText()).results().forEach(found -> add(names, found.group(1)));
        FEEL_NAME
                .matcher(part.path("conditional").path("hide").asText())
                .results()
                .forEach(found -> add(names, found.group(1)));
        part.path("components").forEach(inner -> read(inner, names));
    }

    private void add(Set<String> names, String name) {
        if (name != null && !beans.contains(name) && !DELEGATE.matcher(name).matches()) {
            names.add(name);
        }
    }

    private static Stream<DomElement> tree(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(ModelVariables::tree));
    }

    private static JsonNode json(File file) {
        try {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
