package cn.gdpilot.platform.engine.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final Pattern ANSWER = Pattern.compile("outcome\\s*==\\s*['\"](\\w+)['\"]");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /**
     * A flow.
     *
     * @param target  id of the step to which it leads
     * @param answers that its condition names; empty if it names none
     * @param rest    true for the flow that is taken where no condition holds
     */
    record Flow(String target, Set<String> answers, boolean rest) {}

    private final Map<String, Element> steps = new HashMap<>();
    private final Map<String, List<Flow>> flows = new HashMap<>();
    private final List<String> processes = new ArrayList<>();

    DrawnModel(byte[] file) {
        Element root = root(file);
        NodeList all = root.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getLocalName().equals("process")) {
                processes.add(element.getAttribute("id"));
            }
            if (!element.getAttribute("id").isEmpty()) {
                steps.put(element.getAttribute("id"), element);
            }
        }
        NodeList drawn = root.getElementsByTagNameNS(BPMN, "sequenceFlow");
        for (int i = 0; i < drawn.getLength(); i++) {
            add((Element) drawn.item(i));
        }
    }

    private void add(Element flow) {
        String source = flow.getAttribute("sourceRef");
        Set<String> answers = new HashSet<>();
        Matcher named = ANSWER.matcher(flow.getTextContent());
        while (named.find()) {
            answers.add(named.group(1));
        }
        Element from = steps.get(source);
        boolean rest = from != null && from.getAttribute("default").equals(flow.getAttribute("id"));
        flows.computeIfAbsent(source, any -> new ArrayList<>())
                .add(new Flow(flow.getAttribute("targetRef"), answers, rest));
    }

    List<String> processes() {
        return processes;
    }

    boolean has(String step) {
        return steps.containsKey(step);
    }

    List<Flow> from(String step) {
        return flows.getOrDefault(step, List.of());
    }

    /** Its element's name without a prefix; empty if there is no such step. */
    String kind(String step) {
        return has(step) ? steps.get(step).getLocalName() : "";
    }

    /** What people call it; its id if it has no name. */
    String label(String step) {
        String name = has(step) ? steps.get(step).getAttribute("name") : "";
        return name.isEmpty() ? step : name;
    }

    /** Name of the bean that the step calls; empty if it calls none. */
    String delegate(String step) {
        Matcher bean = BEAN.matcher(steps.get(step).getAttributeNS(CAMUNDA, "delegateExpression"));
        return bean.matches() ? bean.group(1) : "";
    }

    boolean isAsync(String step) {
        Element element = steps.get(step);
        return Boolean.parseBoolean(element.getAttributeNS(CAMUNDA, "asyncBefore"))
                || Boolean.parseBoolean(element.getAttributeNS(CAMUNDA, "asyncAfter"));
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
