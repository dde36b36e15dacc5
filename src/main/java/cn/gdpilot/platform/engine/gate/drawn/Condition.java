package cn.gdpilot.platform.engine.gate.drawn;

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
public final class Condition {

    /** An answer of which nothing is known. */
    public static final String ANY = "*";

    /** Whether it holds. */
    public enum Truth {
        YES,
        NO,
        PERHAPS
    }

    /** What only a case can tell. */
    private static final Object UNKNOWN = new Object();

    private static final Set<AstBinary.Operator> ARITHMETIC =
            Set.of(AstBinary.ADD, AstBinary.SUB, AstBinary.MUL, AstBinary.DIV, AstBinary.MOD);

    private final Node root;

    /** Reads a condition that can be parsed. */
    public Condition(String text) {
        this.root = Syntax.read(text);
    }

    /** Names that it reads: variables, readers, the execution. */
    public Set<String> names() {
        return Syntax.names(root);
    }

    /** True if it can be true or false: the engine stops at any other value. */
    public boolean isQuestion() {
        Node asked = root;
        while (asked instanceof AstEval || asked instanceof AstNested) {
            asked = asked.getChild(0);
        }
        Object value = value(asked, ANY);
        return root instanceof AstEval
                && (value == UNKNOWN || value instanceof Boolean)
                && !(asked instanceof AstBinary binary && ARITHMETIC.contains(binary.getOperator()));
    }

    /** Texts with which it compares the outcome. */
    public Set<String> answers() {
        Set<String> answers = new LinkedHashSet<>();
        collectAnswers(root, answers);
        return answers;
    }

    private static void collectAnswers(Node node, Set<String> answers) {
        if (node instanceof AstBinary) {
            for (int i = 0; i < 2; i++) {
                if (isOutcome(node.getChild(i)) && node.getChild(1 - i) instanceof AstLiteral literal) {
                    answers.add(String.valueOf(literal.eval(null, null)));
                }
            }
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            collectAnswers(node.getChild(i), answers);
        }
    }

    private static boolean isOutcome(Node node) {
        return node instanceof AstIdentifier name && name.getName().equals(CaseVariables.OUTCOME);
    }

    /** Tells if it holds once a person has given this answer. */
    public Truth holds(String answer) {
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
                || !Syntax.member(dot).equals("equals")
                || parameters.getCardinality() != 1) {
            return UNKNOWN;
        }
        Object base = value(property.getChild(0), answer);
        Object other = value(parameters.getChild(0), answer);
        return base instanceof String && other != UNKNOWN ? base.equals(other) : UNKNOWN;
    }
}
