package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;

/** A flow's condition, worked out for an answer as far as the answer alone decides it. */
final class Condition {

    /** An answer of which nothing is known. */
    static final String ANY = "*";

    /** Whether it holds. */
    enum Truth {
        YES,
        NO,
        PERHAPS
    }

    /** What only a case can tell. */
    private static final Object UNKNOWN = new Object();

    private final Node root;

    Condition(String text) {
        this.root = ExpressionTree.read(text);
    }

    /** Names that it reads: variables, readers, the execution. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(root, names);
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

    /** Tells if it holds once a person has given this answer. */
    Truth holds(String answer) {
        Object value = value(root, answer);
        if (value instanceof Boolean known) {
            return known ? Truth.YES : Truth.NO;
        }
        return Truth.PERHAPS;
    }

    private Object value(Node node, String answer) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return value(node.getChild(0), answer);
        }
        if (node instanceof AstIdentifier name) {
            return name.getName().equals(CaseVariables.OUTCOME) && !answer.equals(ANY) ? answer : UNKNOWN;
        }
        if (node instanceof AstLiteral literal) {
            return literal.eval(null, null);
        }
        if (node instanceof AstUnary unary) {
            return unary(unary, value(unary.getChild(0), answer));
        }
        if (node instanceof AstBinary binary) {
            return binary(binary, value(binary.getChild(0), answer), value(binary.getChild(1), answer));
        }
        if (node instanceof AstChoice choice) {
            return choice(choice, answer);
        }
        return node instanceof AstMethod call ? call(call, answer) : UNKNOWN;
    }

    private static Object unary(AstUnary node, Object value) {
        if (node.getOperator() == AstUnary.NOT) {
            return value instanceof Boolean known ? !known : UNKNOWN;
        }
        return node.getOperator() == AstUnary.EMPTY && value != UNKNOWN ? value == null || value.equals("") : UNKNOWN;
    }

    private static Object binary(AstBinary node, Object left, Object right) {
        AstBinary.Operator operator = node.getOperator();
        if (operator == AstBinary.AND || operator == AstBinary.OR) {
            boolean decides = operator == AstBinary.OR;
            if (Objects.equals(left, decides) || Objects.equals(right, decides)) {
                return decides;
            }
            return Objects.equals(left, !decides) && Objects.equals(right, !decides) ? !decides : UNKNOWN;
        }
        if (left == UNKNOWN || right == UNKNOWN || operator != AstBinary.EQ && operator != AstBinary.NE) {
            return UNKNOWN;
        }
        // The engine compares as texts where one of both is a text.
        boolean equal = left == null || right == null
                ? left == right
                : left.equals(right) || String.valueOf(left).equals(String.valueOf(right));
        return equal == (operator == AstBinary.EQ);
    }

    private Object choice(AstChoice node, String answer) {
        Object question = value(node.getChild(0), answer);
        Object yes = value(node.getChild(1), answer);
        Object no = value(node.getChild(2), answer);
        if (question instanceof Boolean known) {
            return known ? yes : no;
        }
        return Objects.equals(yes, no) ? yes : UNKNOWN;
    }

    /** Only a text's {@code equals} is told beforehand. */
    private Object call(AstMethod node, String answer) {
        Node property = node.getChild(0);
        Node parameters = node.getChild(1);
        if (!(property instanceof AstDot dot)
                || !ExpressionTree.member(dot).equals("equals")
                || parameters.getCardinality() != 1) {
            return UNKNOWN;
        }
        Object base = value(property.getChild(0), answer);
        Object other = value(parameters.getChild(0), answer);
        return base instanceof String && other != UNKNOWN ? base.equals(other) : UNKNOWN;
    }
}
