package cn.gdpilot.platform.engine.gate.drawn;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Expressions of a model as the engine's own parser reads them. */
public final class Syntax {

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Syntax() {}

    /** True if the engine would evaluate something in this text. */
    public static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /**
     * The tree of an expression.
     *
     * @throws TreeBuilderException if it cannot be parsed
     */
    public static Node read(String text) {
        return BUILDER.build(text).getRoot();
    }

    /** The tree; empty if it cannot be parsed. */
    public static Optional<Node> tree(String text) {
        try {
            return Optional.of(read(text));
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    /** The tree keeps the name for itself, and prints it. */
    public static String member(AstProperty property) {
        return property.toString().substring(1).strip();
    }

    /** Names that an expression reads: variables, readers, the execution. */
    public static Set<String> names(Node node) {
        Set<String> names = new LinkedHashSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof AstIdentifier name) {
            names.add(name.getName());
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i), names);
        }
    }
}
