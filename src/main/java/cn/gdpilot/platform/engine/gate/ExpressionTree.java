package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression as the engine's own parser reads it, each name of its tree held against {@code beans.txt}. Spellings, quotes
 * and entities make no difference to a tree.
 */
final class ExpressionTree {

    /** Longest expression, in characters; a longer one can be refused without a parse. */
    private static final int LONGEST = 2_000;
    /** Brackets within brackets: the parser calls itself for each. */
    private static final int DEEPEST = 30;

    private static final Builder SYNTAX = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final Set<String> SCOPES = Set.of("execution", "task");
    private static final Set<String> CLOSED = Set.of("externalTask", "caseExecution");
    /** Parts that name nothing by themselves. */
    private static final List<Class<? extends Node>> HARMLESS = List.of(
            AstEval.class,
            AstComposite.class,
            AstText.class,
            AstNested.class,
            AstParameters.class,
            AstUnary.class,
            AstBinary.class,
            AstChoice.class,
            AstLiteral.class);

    private final Place place;
    private final ExpressionNames names;
    private final KnownBeans beans;
    private final Node root;
    private final Set<String> variables = new LinkedHashSet<>();
    private boolean isText;

    /**
     * Parses.
     *
     * @throws Refusal if it is too long, too deep or cannot be parsed
     */
    ExpressionTree(Place place, String text, ExpressionNames names, KnownBeans beans) {
        this.place = place;
        this.names = names;
        this.beans = beans;
        this.root = parse(place, text);
    }

    /** The tree of an expression that was taken before. */
    static Node read(String text) {
        return SYNTAX.build(text).getRoot();
    }

    /** True if the engine would evaluate something in this text. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static Node parse(Place place, String text) {
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            throw place.refuse(Texts.of("model.gate.long", String.valueOf(LONGEST), String.valueOf(DEEPEST)));
        }
        try {
            return read(text);
        } catch (TreeBuilderException e) {
            throw place.element().equals("bpmn:conditionExpression")
                    ? Refusal.invalid("model.expression", place.file(), place.id(), text)
                    : place.refuse(Texts.of("model.gate.unreadable", text));
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (char one : text.toCharArray()) {
            if ("([{".indexOf(one) >= 0) {
                depth++;
            } else if (")]}".indexOf(one) >= 0) {
                depth--;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /**
     * Refuses a name that is not listed.
     *
     * @return this, which then knows its variables
     */
    ExpressionTree checked() {
        check(root);
        return this;
    }

    /** Process variables that it reads. */
    Set<String> variables() {
        return variables;
    }

    /** True if it gives what people wrote. */
    boolean isText() {
        return isText;
    }

    /** The one name that the whole expression consists of; empty text if there is more or less. */
    String onlyName() {
        return root instanceof AstEval && root.getChild(0) instanceof AstIdentifier name ? name.getName() : "";
    }

    private void check(Node node) {
        if (node instanceof AstIdentifier name) {
            variable(name.getName());
        } else if (node instanceof AstMethod) {
            member((AstProperty) node.getChild(0), true);
            check(node.getChild(1));
        } else if (node instanceof AstProperty property) {
            member(property, false);
        } else if (node instanceof AstFunction function) {
            if (!names.isFunction(function.getName())) {
                throw refuse("model.gate.name", function.getName());
            }
            children(node);
        } else if (HARMLESS.stream().anyMatch(kind -> kind.isInstance(node))) {
            children(node);
        } else {
            throw refuse("model.gate.name", node);
        }
    }

    private void children(Node node) {
        for (int i = 0; i < node.getCardinality(); i++) {
            check(node.getChild(i));
        }
    }

    private void variable(String name) {
        if (isKnown(name) || SCOPES.contains(name) || CLOSED.contains(name)) {
            throw refuse("model.gate.whole", name);
        }
        variables.add(name);
    }

    private boolean isKnown(String name) {
        return names.readers().contains(name) || beans.isDelegate(name);
    }

    private void member(AstProperty property, boolean isCall) {
        if (!(property instanceof AstDot)) {
            throw place.refuse(Texts.of("model.gate.brackets"));
        }
        String member = member(property);
        if (property.getChild(0) instanceof AstIdentifier base) {
            String name = base.getName();
            if (names.readers().contains(name)) {
                reader(name, member, isCall);
                return;
            }
            if (SCOPES.contains(name)) {
                require(names.isOfScope(member), name + "." + member);
                return;
            }
        }
        check(property.getChild(0));
        require(names.isMember(member), member);
    }

    /** The tree keeps the name for itself, and prints it. */
    static String member(AstProperty property) {
        return property.toString().substring(1).strip();
    }

    private void reader(String reader, String member, boolean isCall) {
        String name = reader + "." + member;
        ExpressionNames.Method method =
                names.method(reader, member).filter(known -> isCall).orElseThrow(() -> refuse("model.gate.name", name));
        if (!method.answers(place.process())) {
            throw refuse("model.gate.other-process", name);
        }
        if (method.isText() && !place.taskInput()) {
            throw refuse("model.gate.text", name);
        }
        isText |= method.isText();
    }

    private void require(boolean listed, String name) {
        if (!listed) {
            throw refuse("model.gate.name", name);
        }
    }

    private Refusal refuse(String key, Object name) {
        return place.refuse(Texts.of(key, name));
    }
}
