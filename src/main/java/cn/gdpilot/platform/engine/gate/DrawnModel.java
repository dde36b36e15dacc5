package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.platform.engine.gate.Condition.Truth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Steps and flows of a BPMN file that {@link ModelContents} has taken. */
final class DrawnModel {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DELEGATE = "delegateExpression";
    private static final String LOOP = "multiInstanceLoopCharacteristics";
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /**
     * A flow.
     *
     * @param target    id of the step to which it leads
     * @param condition empty if it has none
     * @param rest      true for the flow that is taken where no condition holds
     * @param called    names of the beans that it calls
     */
    record Flow(String id, String target, Optional<Condition> condition, boolean rest, Set<String> called) {

        private Truth holds(String answer) {
            return condition.map(one -> one.holds(answer)).orElse(Truth.YES);
        }
    }

    /**
     * A flow that an answer may take.
     *
     * @param isSure true if it is certainly taken
     */
    record Way(Flow flow, boolean isSure) {}

    private final Element root;
    private final Map<String, Element> steps = new HashMap<>();
    private final Map<String, List<Flow>> flows = new HashMap<>();

    DrawnModel(byte[] file) {
        root = root(file);
        for (Element element : all(BPMN, "*")) {
            if (!element.getAttribute("id").isEmpty()) {
                steps.put(element.getAttribute("id"), element);
            }
        }
        all(BPMN, "sequenceFlow").forEach(this::add);
    }

    private void add(Element flow) {
        String source = flow.getAttribute("sourceRef");
        String id = flow.getAttribute("id");
        NodeList conditions = flow.getElementsByTagNameNS(BPMN, "conditionExpression");
        Optional<Condition> condition = conditions.getLength() == 0
                ? Optional.empty()
                : Optional.of(new Condition(conditions.item(0).getTextContent().strip()));
        boolean rest = has(source)
                && !id.isEmpty()
                && steps.get(source).getAttribute("default").equals(id);
        flows.computeIfAbsent(source, any -> new ArrayList<>())
                .add(new Flow(id, flow.getAttribute("targetRef"), condition, rest, called(flow)));
    }

    List<String> processes() {
        return ids("process");
    }

    /** Ids of all elements of that name. */
    List<String> ids(String kind) {
        return all(BPMN, kind).stream().map(one -> one.getAttribute("id")).toList();
    }

    boolean has(String step) {
        return steps.containsKey(step);
    }

    /** All flows of the file. */
    List<Flow> flows() {
        return flows.values().stream().flatMap(List::stream).toList();
    }

    /** Flows that a person's answer may take from a step. */
    List<Way> ways(String step, String answer) {
        boolean one = kind(step).equals("exclusiveGateway");
        boolean all = kind(step).equals("parallelGateway");
        boolean isSure = false;
        List<Way> ways = new ArrayList<>();
        List<Flow> from = flows.getOrDefault(step, List.of());
        for (Flow flow : from) {
            Truth holds = all ? Truth.YES : flow.rest() ? Truth.NO : flow.holds(answer);
            if (holds != Truth.NO && !(one && isSure)) {
                isSure |= holds == Truth.YES;
                ways.add(new Way(flow, holds == Truth.YES && (!one || ways.isEmpty())));
            }
        }
        if (!isSure) {
            boolean only = ways.isEmpty();
            from.stream().filter(Flow::rest).forEach(flow -> ways.add(new Way(flow, only)));
        }
        return ways;
    }

    /** Its element's name without a prefix; empty if there is no such step. */
    String kind(String step) {
        return has(step) ? steps.get(step).getLocalName() : "";
    }

    /** Its name; its id if it has none. */
    String label(String step) {
        String name = has(step) ? steps.get(step).getAttribute("name") : "";
        return name.isEmpty() ? step : name;
    }

    /** An attribute that Camunda adds; empty if it is not there. */
    String attribute(String step, String name) {
        return has(step) ? steps.get(step).getAttributeNS(CAMUNDA, name) : "";
    }

    /** Name of the bean that the step calls; empty if it calls none. */
    String delegate(String step) {
        return bean(attribute(step, DELEGATE));
    }

    /** Names of all beans that the step calls, in its listeners and inside of it too. */
    Set<String> called(String step) {
        return has(step) ? called(steps.get(step)) : Set.of();
    }

    private static Set<String> called(Element step) {
        Set<String> names = new HashSet<>();
        names.add(bean(step.getAttributeNS(CAMUNDA, DELEGATE)));
        for (Element inner : elements(step.getElementsByTagNameNS("*", "*"))) {
            names.add(bean(inner.getAttributeNS(CAMUNDA, DELEGATE)));
            names.add(bean(inner.getAttribute(DELEGATE)));
        }
        names.remove("");
        return names;
    }

    private static String bean(String expression) {
        Matcher bean = BEAN.matcher(expression.strip());
        return bean.matches() ? bean.group(1) : "";
    }

    /** True if it is done once for each of a list, which may be empty. */
    boolean isLoop(String step) {
        return loop(step).isPresent();
    }

    private Optional<Element> loop(String step) {
        return elements(steps.get(step).getChildNodes()).stream()
                .filter(inner -> LOOP.equals(inner.getLocalName()))
                .findFirst();
    }

    /** True if it waits until all its branches have come. */
    boolean isJoin(String step) {
        return kind(step).equals("parallelGateway")
                && flows().stream().filter(flow -> flow.target().equals(step)).count() > 1;
    }

    /** True if the transaction ends in front of it. */
    boolean isAsyncBefore(String step) {
        return isSet(step, "asyncBefore");
    }

    /** True if the transaction ends behind it. */
    boolean isAsyncAfter(String step) {
        return isSet(step, "asyncAfter");
    }

    private boolean isSet(String step, String name) {
        return Boolean.parseBoolean(attribute(step, name))
                || loop(step)
                        .filter(loop -> Boolean.parseBoolean(loop.getAttributeNS(CAMUNDA, name)))
                        .isPresent();
    }

    /** Values of an attribute without a namespace, on all elements of that name that Camunda adds. */
    Set<String> added(String element, String attribute) {
        Set<String> values = new HashSet<>();
        all(CAMUNDA, element).forEach(one -> values.add(one.getAttribute(attribute)));
        values.remove("");
        return values;
    }

    /** Values of an attribute that Camunda adds, on whatever step. */
    Set<String> everywhere(String attribute) {
        Set<String> values = new HashSet<>();
        all(BPMN, "*").forEach(one -> values.add(one.getAttributeNS(CAMUNDA, attribute)));
        values.remove("");
        return values;
    }

    private List<Element> all(String address, String name) {
        return elements(root.getElementsByTagNameNS(address, name));
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

    private static Element root(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The file was read before", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
