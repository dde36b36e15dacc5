package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What a BPMN or DMN file may contain: no class, script, shell, connector or import; beans by their listed names only. */
class ModelContents {

    /** Of a listener, a field or a step: it could call whatever it finds. */
    private static final String EXPRESSION = "expression";

    private static final Set<String> CODE_ELEMENTS = Set.of("script", "scriptTask", "connector", "import");
    private static final Set<String> CODE_ATTRIBUTES = Set.of(
            "class",
            "resource",
            "scriptFormat",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "language",
            "formKey");
    /** "type" starts shells and mails. */
    private static final Set<String> CODE_OF_THE_ENGINE = Set.of("type", EXPRESSION);

    private static final Set<String> LANGUAGE_ATTRIBUTES = Set.of("expressionLanguage");
    private static final Pattern REFLECTION = Pattern.compile(
            "getClass|\\.\\s*class\\b|\\[\\s*['\"]class|forName|ClassLoader|getProcessEngineServices|getProcessEngine\\b");
    private static final Pattern JAVA_OF_FEEL = Pattern.compile("\\)\\s*external\\s*\\{");
    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    private static final Builder SYNTAX = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final Map<Object, Object> beans;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

    ModelContents(Map<Object, Object> beans) {
        this.beans = beans;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // A text that comes in pieces could hide a word in the seam.
        xml.setProperty(XMLInputFactory.IS_COALESCING, true);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    void check(String file, byte[] model) {
        try {
            // A condition may have no id of its own; its sequence flow has.
            String nearest = "";
            boolean isCondition = false;
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(model));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String id = reader.getAttributeValue(null, "id");
                    nearest = id == null ? nearest : id;
                    element(file, reader);
                    isCondition = reader.getLocalName().equals("conditionExpression");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    isCondition = false;
                } else if (event == XMLStreamConstants.DTD) {
                    throw Refusal.invalid("model.code", file, "DOCTYPE");
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    expression(file, reader.getText());
                    if (isCondition) {
                        condition(file, nearest, reader.getText());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw Refusal.invalid("model.unreadable", file);
        }
    }

    private void element(String file, XMLStreamReader reader) {
        boolean engines = isEngines(reader.getNamespaceURI());
        if (CODE_ELEMENTS.contains(reader.getLocalName())
                || engines && reader.getLocalName().equals(EXPRESSION)) {
            throw Refusal.invalid("model.code", file, reader.getLocalName());
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (engines && reader.getAttributeLocalName(i).equals(EXPRESSION)) {
                throw Refusal.invalid("model.code", file, EXPRESSION);
            }
            attribute(
                    file,
                    reader.getAttributeLocalName(i),
                    isEngines(reader.getAttributeNamespace(i)),
                    reader.getAttributeValue(i));
        }
    }

    private static boolean isEngines(String namespace) {
        return namespace != null && (namespace.contains("camunda.org") || namespace.contains("activiti.org"));
    }

    private void attribute(String file, String name, boolean engines, String value) {
        boolean code = CODE_ATTRIBUTES.contains(name) || engines && CODE_OF_THE_ENGINE.contains(name);
        boolean language = LANGUAGE_ATTRIBUTES.contains(name)
                && !value.toLowerCase(Locale.ROOT).contains("feel");
        if (code || language) {
            throw Refusal.invalid("model.code", file, name);
        }
        if (name.equals("delegateExpression")) {
            Matcher bean = BEAN.matcher(value);
            if (!bean.matches() || !beans.containsKey(bean.group(1))) {
                throw Refusal.invalid("model.bean", file, value);
            }
        }
        expression(file, value);
    }

    private static void condition(String file, String element, String text) {
        try {
            SYNTAX.build(text.strip());
        } catch (TreeBuilderException e) {
            throw Refusal.invalid("model.expression", file, element, text.strip());
        }
    }

    private static void expression(String file, String text) {
        boolean carries = text.contains("${") || text.contains("#{");
        if (carries && REFLECTION.matcher(text).find()
                || JAVA_OF_FEEL.matcher(text).find()) {
            throw Refusal.invalid("model.code", file, text.strip());
        }
    }
}
