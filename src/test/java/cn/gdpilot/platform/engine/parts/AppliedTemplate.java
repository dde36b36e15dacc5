package cn.gdpilot.platform.engine.parts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the Modeler does when a designer chooses a template: its properties become attributes, inputs and outputs of the task. */
final class AppliedTemplate {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> SAME =
            List.of("camunda:delegateExpression", "camunda:decisionRef", "calledElement");

    private AppliedTemplate() {}

    /** Applies it to each task that calls the same bean or table, after its former settings are taken off; notes its id once. */
    static byte[] everywhere(JsonNode template, byte[] model, List<String> used) {
        Document file = read(model);
        List<Element> tasks = new ArrayList<>();
        for (Element task : elements(file.getElementsByTagNameNS(BPMN, "*"))) {
            for (JsonNode property : template.path("properties")) {
                String name = property.path("binding").path("name").asText();
                if (SAME.contains(name)
                        && current(task, name).equals(property.path("value").asText())
                        && task.getLocalName().equals(element(template))) {
                    tasks.add(task);
                }
            }
        }
        if (tasks.isEmpty()) {
            return model;
        }
        String id = template.path("id").asText();
        if (!used.contains(id)) {
            used.add(id);
        }
        for (Element task : tasks) {
            SAME.forEach(name -> task.removeAttributeNS(CAMUNDA, local(name)));
            task.removeAttribute("calledElement");
            for (String former : List.of("inputOutput", "in")) {
                elements(task.getElementsByTagNameNS(CAMUNDA, former))
                        .forEach(one -> one.getParentNode().removeChild(one));
            }
            apply(template, Map.of("name", task.getAttribute("name")), task);
        }
        return written(file);
    }

    /** Applies it to one task, with these values in place of the first ones. */
    static byte[] at(String step, JsonNode template, Map<String, String> chosen, byte[] model) {
        Document file = read(model);
        elements(file.getElementsByTagNameNS(BPMN, "*")).stream()
                .filter(one -> one.getAttribute("id").equals(step))
                .forEach(one -> apply(template, chosen, one));
        return written(file);
    }

    private static String element(JsonNode template) {
        String type = template.path("elementType").path("value").asText().substring("bpmn:".length());
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static void apply(JsonNode template, Map<String, String> chosen, Element task) {
        task.setAttributeNS(
                CAMUNDA, "camunda:modelerTemplate", template.path("id").asText());
        for (JsonNode property : template.path("properties")) {
            JsonNode binding = property.path("binding");
            String name = binding.path("name").asText();
            String value = chosen.getOrDefault(name, property.path("value").asText());
            switch (binding.path("type").asText()) {
                case "property" -> attribute(task, name, value);
                case "camunda:inputParameter" -> parameter(task, "inputParameter", name, value);
                case "camunda:outputParameter" ->
                    parameter(
                            task,
                            "outputParameter",
                            value,
                            binding.path("source").asText());
                case "camunda:in:businessKey" -> in(task, Map.of("businessKey", value));
                case "camunda:in" ->
                    in(
                            task,
                            Map.of(
                                    binding.path("expression").asBoolean() ? "sourceExpression" : "source",
                                    value,
                                    "target",
                                    binding.path("target").asText()));
                default -> throw new IllegalStateException(binding.toString());
            }
        }
    }

    /** The Modeler writes no attribute for an empty value. */
    private static void attribute(Element task, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (name.startsWith("camunda:")) {
            task.setAttributeNS(CAMUNDA, name, value);
        } else {
            task.setAttribute(name, value);
        }
    }

    private static void parameter(Element task, String kind, String name, String text) {
        Element extensions = child(task, BPMN, "bpmn:extensionElements");
        Element parameter = task.getOwnerDocument().createElementNS(CAMUNDA, "camunda:" + kind);
        parameter.setAttribute("name", name);
        parameter.setTextContent(text);
        child(extensions, CAMUNDA, "camunda:inputOutput").appendChild(parameter);
    }

    private static void in(Element task, Map<String, String> attributes) {
        Element in = task.getOwnerDocument().createElementNS(CAMUNDA, "camunda:in");
        attributes.forEach(in::setAttribute);
        child(task, BPMN, "bpmn:extensionElements").appendChild(in);
    }

    private static String current(Element task, String name) {
        return name.startsWith("camunda:") ? task.getAttributeNS(CAMUNDA, local(name)) : task.getAttribute(name);
    }

    private static Element child(Element parent, String address, String name) {
        for (Element one : elements(parent.getChildNodes())) {
            if (address.equals(one.getNamespaceURI()) && local(name).equals(one.getLocalName())) {
                return one;
            }
        }
        Element made = parent.getOwnerDocument().createElementNS(address, name);
        parent.insertBefore(made, parent.getFirstChild());
        return made;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Document read(byte[] model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Document file) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(file), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
