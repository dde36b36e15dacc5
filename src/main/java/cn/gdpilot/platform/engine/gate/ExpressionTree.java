package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
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
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression as the engine's own parser reads it, each name of its tree held against what is offered to models. Spellings, quotes
 * and entities make no difference to a tree.
 */
final class ExpressionTree {

    /** Longest expression, in characters; a longer one can be refused without a parse. */
    private static final int LONGEST = 2_000;
    /** Brackets within brackets: the parser calls itself for each. */
    private static final int DEEPEST = 30;

    /** A member that is read, not called. */
    private static final int NO_CALL = -1;

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
        this.root = parse(text);
    }

    private Node parse(String text) {
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            throw place.refuse(Rule.EXPRESSION, Texts.of("model.gate.long", LONGEST, DEEPEST));
        }
        try {
            return Syntax.read(text);
        } catch (TreeBuilderException e) {
            throw refuse("model.gate.unreadable", text);
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
            member((AstProperty) node.getChild(0), node.getChild(1).getCardinality());
            check(node.getChild(1));
        } else if (node instanceof AstProperty property) {
            member(property, NO_CALL);
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

    /** @param given how many arguments it is called with */
    private void member(AstProperty property, int given) {
        if (!(property instanceof AstDot)) {
            throw place.refuse(Rule.EXPRESSION, Texts.of("model.gate.brackets"));
        }
        String member = Syntax.member(property);
        if (property.getChild(0) instanceof AstIdentifier base) {
            String name = base.getName();
            if (names.readers().contains(name)) {
                reader(name, member, given);
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

    private void reader(String reader, String member, int given) {
        String name = reader + "." + member;
        ExpressionNames.Method method = names.method(reader, member)
                .filter(known -> given != NO_CALL)
                .orElseThrow(() -> refuse("model.gate.name", name));
        if (method.arguments() != given) {
            throw place.refuse(Rule.EXPRESSION, Texts.of("model.gate.arguments", name, method.arguments(), given));
        }
        if (!method.answers(place.process())) {
            throw refuse("model.gate.other-process", name);
        }
        if (method.isText() && !place.taskInput()) {
            throw place.refuse(Rule.TEXT, Texts.of("model.gate.text", name));
        }
        isText |= method.isText();
    }

    private void require(boolean listed, String name) {
        if (!listed) {
            throw refuse("model.gate.name", name);
        }
    }

    private Refusal refuse(String key, Object name) {
        return place.refuse(Rule.EXPRESSION, Texts.of(key, name));
    }
}
