package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.feel.FeelRules;
import cn.gdpilot.platform.engine.gate.Vocabulary.Content;
import cn.gdpilot.platform.engine.gate.Vocabulary.Element;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** One reading of one file. */
class ModelWalk extends DefaultHandler2 {

    private static final String DELEGATE = "delegate";
    /** Elements within one another; shipped models need ten. */
    private static final int DEEPEST = 60;

    /**
     * An element that is open.
     *
     * @param named its name attribute; may be empty
     */
    private record Open(Place place, Content content, String named, StringBuilder text) {}

    /** An expression or a mapping, and the variable that it reads. */
    private record Use(Place place, String variable) {}

    private final String file;
    private final Vocabulary listed;
    private final ExpressionNames names;
    private final KnownBeans beans;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> texts = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private String process = "";
    private Locator locator;
    private Refusal unreadable;

    ModelWalk(String file, Vocabulary listed, ExpressionNames names, KnownBeans beans) {
        this.file = file;
        this.listed = listed;
        this.names = names;
        this.beans = beans;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    /** Entities could hide a name, or grow without end. */
    @Override
    public void startDTD(String name, String publicId, String systemId) {
        throw place("DOCTYPE", null, "").unlisted();
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    @Override
    public void startElement(String address, String local, String qualified, Attributes attributes) {
        String id = attributes.getValue("", "id");
        String label = attributes.getValue("", "name");
        if (address.isEmpty()) {
            throw place(qualified, id, label).unlisted();
        }
        if (open.size() >= DEEPEST) {
            throw place(qualified, id, label).refuse(listing(), Texts.of("model.gate.deep", DEEPEST));
        }
        String name = listed.name(address, local)
                .orElseThrow(() -> place(qualified, id, label)
                        .refuse(listing(), Texts.of("model.gate.namespace", qualified, address)));
        Element element =
                listed.element(name).orElseThrow(() -> place(name, id, label).unlisted());
        if (name.equals("bpmn:process")) {
            process = id == null ? "" : id;
        }
        Place place = place(name, id, label);
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(place, element, attributes, i);
        }
        Open around = open.peek();
        Content content = name.equals("dmn:text") && around != null ? around.content() : element.content();
        open.push(new Open(place, content, label == null ? "" : label, new StringBuilder()));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!open.isEmpty()) {
            open.peek().text().append(characters, start, length);
        }
    }

    @Override
    public void endElement(String address, String local, String qualified) {
        Open ended = open.pop();
        String text = ended.text().toString().strip();
        boolean isFeel = ended.content() == Content.FEEL || ended.content() == Content.TESTS;
        if (isFeel && ended.place().element().equals("dmn:text")) {
            feel(ended.place(), text, ended.content() == Content.TESTS);
            return;
        }
        if (ended.content() == Content.EXPRESSION
                && (Syntax.isIn(text) || ended.place().element().equals("bpmn:conditionExpression"))) {
            ExpressionTree tree = expression(ended.place(), text);
            if (tree.isText()) {
                texts.add(ended.named());
            }
        }
        if (TimerText.isOne(ended.place().element())) {
            timer(ended.place(), text);
        }
    }

    /** What holds a text of a person must not come into a place whose failure shows it. */
    @Override
    public void endDocument() {
        for (Use use : uses) {
            if (texts.contains(use.variable())) {
                throw use.place().refuse(Rule.TEXT, Texts.of("model.gate.text-variable", use.variable()));
            }
        }
    }

    private void attribute(Place place, Element element, Attributes attributes, int i) {
        String name = listed.name(attributes.getURI(i), attributes.getLocalName(i))
                .orElseThrow(() -> place.at(attributes.getQName(i)).unlisted());
        Place here = place.at(name);
        List<String> values = element.attributes().get(name);
        String value = attributes.getValue(i);
        if (values == null) {
            throw here.unlisted();
        }
        if (values.contains(DELEGATE)) {
            bean(here, value);
        } else if (name.equals("xsi:type")) {
            require(here, value, values.stream().anyMatch(one -> local(one).equals(local(value))), values);
        } else if (!values.isEmpty()) {
            require(here, value, values.contains(value), values);
        } else if (Syntax.isIn(value) && element.content() != Content.PLAIN) {
            expression(here, value);
        } else if (name.equals("source")) {
            uses.add(new Use(here, value));
        }
    }

    /** An expression is computed when its timer begins; one that starts a process begins at the deployment, without a case. */
    private void timer(Place place, String text) {
        if (!Syntax.isIn(text)) {
            if (!TimerText.isReadable(place.element(), text)) {
                throw place.refuse(Rule.CALENDAR, Texts.of("model.gate.timer", text));
            }
            return;
        }
        Iterator<Open> around = open.iterator();
        if (isNext(around, "bpmn:timerEventDefinition")
                && isNext(around, "bpmn:startEvent")
                && isNext(around, "bpmn:process")) {
            throw place.refuse(Rule.CALENDAR, Texts.of("model.gate.timer-start"));
        }
    }

    private void feel(Place place, String text, boolean tests) {
        (tests ? FeelRules.ofTests(text) : FeelRules.ofExpression(text)).ifPresent(what -> {
            throw place.refuse(Rule.TABLE_LISTED, what);
        });
        if (unreadable == null && !FeelRules.isReadable(text, tests)) {
            unreadable = place.refuse(Rule.TABLE_FEEL, Texts.of("model.gate.unreadable", text));
        }
    }

    /** The first FEEL expression that cannot be read. */
    Optional<Refusal> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    private void bean(Place place, String value) {
        String name = new ExpressionTree(place, value, names, beans).onlyName();
        if (!beans.isDelegate(name)) {
            throw place.refuse(Rule.EXPRESSION, Texts.of("model.gate.bean", value));
        }
    }

    private static void require(Place place, String value, boolean holds, List<String> values) {
        if (!holds) {
            throw place.refuse(
                    place.file().endsWith(".dmn") ? Rule.TABLE_LISTED : Rule.LISTED,
                    Texts.of("model.gate.value", place.attribute(), value, String.join("、", values)));
        }
    }

    private ExpressionTree expression(Place place, String text) {
        ExpressionTree tree = new ExpressionTree(place, text, names, beans).checked();
        tree.variables().forEach(variable -> uses.add(new Use(place, variable)));
        return tree;
    }

    private Rule listing() {
        return file.endsWith(".dmn") ? Rule.TABLE_LISTED : Rule.LISTED;
    }

    private Place place(String name, String id, String label) {
        Optional<Open> around =
                open.stream().filter(one -> !one.place().id().isEmpty()).findFirst();
        boolean isOwn = id != null && !isPart(name);
        String nearest = isOwn ? id : around.map(one -> one.place().id()).orElse("");
        String named = isOwn ? label : around.map(one -> one.place().label()).orElse("");
        int line = locator == null ? 0 : locator.getLineNumber();
        return new Place(file, line, name, nearest, named == null ? "" : named, "", process, isTaskInput(name));
    }

    /** True for what designers know by the step around it. */
    private static boolean isPart(String name) {
        return name.endsWith("EventDefinition") || name.endsWith("xpression") || name.startsWith("camunda:");
    }

    private boolean isTaskInput(String name) {
        Iterator<Open> around = open.iterator();
        return name.equals("camunda:inputParameter")
                && isNext(around, "camunda:inputOutput")
                && isNext(around, "bpmn:extensionElements")
                && isNext(around, "bpmn:userTask");
    }

    private static boolean isNext(Iterator<Open> around, String name) {
        return around.hasNext() && around.next().place().element().equals(name);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
