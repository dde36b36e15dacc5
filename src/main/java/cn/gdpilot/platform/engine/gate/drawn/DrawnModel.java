package cn.gdpilot.platform.engine.gate.drawn;

import cn.gdpilot.platform.engine.gate.drawn.Condition.Truth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Steps, flows and expressions of a BPMN file whose contents the gate has taken. */
public final class DrawnModel {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DELEGATE = "delegateExpression";
    private static final String LOOP = "multiInstanceLoopCharacteristics";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Set<String> OWNERS = Set.of("sequenceFlow", "process");
    /** Texts that are only shown. */
    private static final Set<String> NOT_EVALUATED = Set.of("documentation", "text");

    private static final Set<String> NODES = Set.of(
            "task",
            "manualTask",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /**
     * A flow.
     *
     * @param source    id of the step from which it comes
     * @param target    id of the step to which it leads
     * @param condition empty if it has none
     * @param rest      true for the flow that is taken where no condition holds
     * @param called    names of the beans that it calls
     */
    public record Flow(
            String id, String source, String target, Optional<Condition> condition, boolean rest, Set<String> called) {

        private Truth holds(String answer) {
            return condition.map(one -> one.holds(answer)).orElse(Truth.YES);
        }
    }

    /**
     * A flow that an answer may take.
     *
     * @param isSure true if it is certainly taken
     */
    public record Way(Flow flow, boolean isSure) {}

    /** Asked for often: the parser's own lists walk through the file each time. */
    private final List<Element> everything = new ArrayList<>();

    private final List<String> nodes;
    private final Map<String, Element> steps = new HashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();
    private final Map<String, List<Flow>> flows = new HashMap<>();

    /** Reads a file that the gate has read before. */
    public DrawnModel(byte[] file) {
        collect(root(file), everything);
        for (Element element : all(BPMN, "*")) {
            String id = element.getAttribute("id");
            if (!id.isEmpty() && steps.put(id, element) != null) {
                twice.add(id);
            }
        }
        all(BPMN, "sequenceFlow").forEach(this::add);
        nodes = all(BPMN, "*").stream()
                .filter(one -> NODES.contains(one.getLocalName()))
                .map(one -> one.getAttribute("id"))
                .toList();
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
                .add(new Flow(id, source, flow.getAttribute("targetRef"), condition, rest, called(flow)));
    }

    /** Ids of its processes. */
    public List<String> processes() {
        return ids("process");
    }

    /** Ids of all elements of that name. */
    public List<String> ids(String kind) {
        return all(BPMN, kind).stream().map(one -> one.getAttribute("id")).toList();
    }

    /** True if an element has that id. */
    public boolean has(String step) {
        return steps.containsKey(step);
    }

    /** Ids that stand more than once. */
    public Set<String> twice() {
        return twice;
    }

    /** Ids of the steps, events and gateways. */
    public List<String> nodes() {
        return nodes;
    }

    /** Id of the process or sub-process around a step. */
    public String around(String step) {
        return has(step) && steps.get(step).getParentNode() instanceof Element parent ? parent.getAttribute("id") : "";
    }

    /** Flows that leave a step. */
    public List<Flow> from(String step) {
        return flows.getOrDefault(step, List.of());
    }

    /** Flows that lead to a step. */
    public List<Flow> to(String step) {
        return flows.values().stream()
                .flatMap(List::stream)
                .filter(flow -> flow.target().equals(step))
                .toList();
    }

    /** An attribute of BPMN's own; empty if it is not there. */
    public String own(String step, String name) {
        return has(step) ? steps.get(step).getAttribute(name) : "";
    }

    /** Attributes of the elements that Camunda adds to one step, of that name. */
    public List<Map<String, String>> added(String step, String element, String... names) {
        return elements(steps.get(step).getElementsByTagNameNS(CAMUNDA, element)).stream()
                .filter(one -> step.equals(owner(one)))
                .map(one -> Stream.of(names).collect(Collectors.toMap(name -> name, one::getAttribute)))
                .toList();
    }

    /** Texts of a step's own inputs or outputs, by name: {@code inputParameter} or {@code outputParameter}. */
    public Map<String, String> parameters(String step, String element) {
        Map<String, String> texts = new LinkedHashMap<>();
        elements(steps.get(step).getElementsByTagNameNS(CAMUNDA, element)).stream()
                .filter(one -> step.equals(owner(one)))
                .forEach(one ->
                        texts.put(one.getAttribute("name"), one.getTextContent().strip()));
        return texts;
    }

    /** Text of an input of a step; empty if it has none of that name. */
    public String input(String step, String name) {
        return elements(steps.get(step).getElementsByTagNameNS(CAMUNDA, "inputParameter")).stream()
                .filter(one -> step.equals(owner(one)) && name.equals(one.getAttribute("name")))
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** An element inside of a step, e.g. a definition of its event. */
    public boolean holds(String step, String element) {
        return elements(steps.get(step).getChildNodes()).stream().anyMatch(one -> element.equals(one.getLocalName()));
    }

    /**
     * A text or an attribute in which an expression may stand.
     *
     * @param step id of the step, event or flow around it
     * @param name of the element or attribute
     */
    public record Written(String step, String name, String text) {}

    /** All texts and attributes with an expression. */
    public List<Written> expressions() {
        List<Written> found = new ArrayList<>();
        for (Element element : all("*", "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if (Syntax.isIn(attribute.getNodeValue())) {
                    found.add(new Written(owner(element), attribute.getLocalName(), attribute.getNodeValue()));
                }
            }
            if (elements(element.getChildNodes()).isEmpty()
                    && !NOT_EVALUATED.contains(element.getLocalName())
                    && Syntax.isIn(element.getTextContent())) {
                found.add(new Written(
                        owner(element),
                        element.getLocalName(),
                        element.getTextContent().strip()));
            }
        }
        return found;
    }

    /** Timers: the event, {@code timeDate}, {@code timeCycle} or {@code timeDuration} (none if it is empty), and its text. */
    public List<Written> timers() {
        return all(BPMN, "timerEventDefinition").stream()
                .map(timer -> elements(timer.getChildNodes()).stream()
                        .filter(inner -> inner.getLocalName().startsWith("time"))
                        .findFirst()
                        .map(time -> new Written(
                                owner(timer),
                                time.getLocalName(),
                                time.getTextContent().strip()))
                        .orElse(new Written(owner(timer), "", "")))
                .toList();
    }

    /** Conditions of flows, as they are written. */
    public List<Written> conditions() {
        return all(BPMN, "conditionExpression").stream()
                .map(one -> new Written(
                        owner(one), one.getLocalName(), one.getTextContent().strip()))
                .toList();
    }

    /** Events and tasks that wait for a message, and its name (empty if there is none). */
    public Map<String, String> messages() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Element one : all(BPMN, "*")) {
            boolean isTask = one.getLocalName().equals("receiveTask");
            if (isTask || one.getLocalName().equals("messageEventDefinition")) {
                names.put(owner(one), own(one.getAttribute("messageRef"), "name"));
            }
        }
        return names;
    }

    /** Steps that are taken for each of a list, and that list; empty if none is named. */
    public Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        all(BPMN, LOOP).forEach(one -> lists.put(owner(one), one.getAttributeNS(CAMUNDA, "collection")));
        return lists;
    }

    /** Steps that do something, and events that send a message, without a bean that does it. */
    public List<String> idle() {
        List<String> idle = new ArrayList<>();
        for (Element one : all(BPMN, "*")) {
            boolean works = Set.of("serviceTask", "sendTask").contains(one.getLocalName())
                    || one.getLocalName().equals("messageEventDefinition")
                            && Set.of("endEvent", "intermediateThrowEvent").contains(kind(owner(one)));
            if (works && one.getAttributeNS(CAMUNDA, DELEGATE).isBlank()) {
                idle.add(owner(one));
            }
        }
        return idle;
    }

    /** Events with a signal, and its id. */
    public Map<String, String> signals() {
        Map<String, String> signals = new LinkedHashMap<>();
        all(BPMN, "signalEventDefinition").forEach(one -> signals.put(owner(one), one.getAttribute("signalRef")));
        return signals;
    }

    /** Ids of the elements that are drawn. */
    public Set<String> drawn() {
        Set<String> drawn = new HashSet<>();
        all(DRAWING, "*").forEach(one -> drawn.add(one.getAttribute("bpmnElement")));
        return drawn;
    }

    /** Id of the nearest step, event, flow or process around. */
    private static String owner(Element element) {
        Element at = element;
        while (!NODES.contains(at.getLocalName())
                && !OWNERS.contains(at.getLocalName())
                && at.getParentNode() instanceof Element parent) {
            at = parent;
        }
        return at.getAttribute("id");
    }

    /** All flows of the file. */
    public List<Flow> flows() {
        return flows.values().stream().flatMap(List::stream).toList();
    }

    /** Flows that a person's answer may take from a step. */
    public List<Way> ways(String step, String answer) {
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
    public String kind(String step) {
        return has(step) ? steps.get(step).getLocalName() : "";
    }

    /** Its name; its id if it has none. */
    public String label(String step) {
        String name = has(step) ? steps.get(step).getAttribute("name") : "";
        return name.isEmpty() ? step : name;
    }

    /** An attribute that Camunda adds; empty if it is not there. */
    public String attribute(String step, String name) {
        return has(step) ? steps.get(step).getAttributeNS(CAMUNDA, name) : "";
    }

    /** Name of the bean that the step calls; empty if it calls none. */
    public String delegate(String step) {
        return bean(attribute(step, DELEGATE));
    }

    /** Names of all beans that the step calls, in its listeners and inside of it too. */
    public Set<String> called(String step) {
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
    public boolean isLoop(String step) {
        return loop(step).isPresent();
    }

    private Optional<Element> loop(String step) {
        return elements(steps.get(step).getChildNodes()).stream()
                .filter(inner -> LOOP.equals(inner.getLocalName()))
                .findFirst();
    }

    /** True if it waits until all its branches have come. */
    public boolean isJoin(String step) {
        return kind(step).equals("parallelGateway")
                && flows().stream().filter(flow -> flow.target().equals(step)).count() > 1;
    }

    /** True if the transaction ends in front of it. */
    public boolean isAsyncBefore(String step) {
        return isSet(step, "asyncBefore");
    }

    /** True if the transaction ends behind it. */
    public boolean isAsyncAfter(String step) {
        return isSet(step, "asyncAfter");
    }

    private boolean isSet(String step, String name) {
        return Boolean.parseBoolean(attribute(step, name))
                || loop(step)
                        .filter(loop -> Boolean.parseBoolean(loop.getAttributeNS(CAMUNDA, name)))
                        .isPresent();
    }

    /** Values of an attribute without a namespace, on all elements of that name that Camunda adds. */
    public Set<String> added(String element, String attribute) {
        Set<String> values = new HashSet<>();
        all(CAMUNDA, element).forEach(one -> values.add(one.getAttribute(attribute)));
        values.remove("");
        return values;
    }

    /** Values of an attribute that Camunda adds, on whatever step. */
    public Set<String> everywhere(String attribute) {
        Set<String> values = new HashSet<>();
        all(BPMN, "*").forEach(one -> values.add(one.getAttributeNS(CAMUNDA, attribute)));
        values.remove("");
        return values;
    }

    private List<Element> all(String address, String name) {
        return everything.stream()
                .filter(one -> name.equals("*") || name.equals(one.getLocalName()))
                .filter(one -> address.equals("*") || address.equals(one.getNamespaceURI()))
                .toList();
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node inner = element.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
            if (inner instanceof Element one) {
                collect(one, all);
            }
        }
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
