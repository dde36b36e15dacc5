package cn.gdpilot.platform.engine.feel;

import camundajar.impl.scala.collection.Iterator;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.util.function.Supplier;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Counts each step of an expression and weighs each value that it makes, and stops by itself, on the thread that computes:
 * nothing runs on. A built-in function is one step, so its arguments are weighed before it.
 */
class BoundedInterpreter extends FeelInterpreter {

    static final int MOST_STEPS = 20_000;

    /** Backstop, in the processor's time: the steps are over in a fraction of a second. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Values within one another, and a unit for each 50 characters. */
    private static final int HEAVIEST = 2_000;

    private static final int CHARACTERS_A_UNIT = 50;
    /** Searches compare each place of a text with each of another: one step must not take seconds. */
    private static final int LONGEST_TEXT = 10_000;
    /** A pattern may try each place several times. */
    private static final int LONGEST_MATCHED = 1_000;

    private static final int MOST_DIGITS = 400;
    /** Each failed step leaves a message, which repeats its values. */
    private static final int MOST_FAILURES = 200;

    private static final int STEPS_BETWEEN_LOOKS = 50;

    private static final ThreadLocal<Count> COUNT = new ThreadLocal<>();

    BoundedInterpreter(ValueMapper values) {
        super(values);
    }

    /** Evaluates one expression, with a count of its own. */
    static <T> T counted(Supplier<T> evaluation) {
        Count outer = COUNT.get();
        COUNT.set(new Count());
        try {
            return evaluation.get();
        } finally {
            if (outer == null) {
                COUNT.remove();
            } else {
                COUNT.set(outer);
            }
        }
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
        COUNT.get().step(context);
        if (expression instanceof FunctionInvocation call
                && call.function().equals("matches")
                && call.params() instanceof PositionalFunctionParameters given
                && given.params().nonEmpty()
                && eval(given.params().head(), context) instanceof ValString text
                && text.value().length() > LONGEST_MATCHED) {
            throw new FeelLimitException(Texts.of("feel.heavy"));
        }
        Val value = super.eval(expression, context);
        if (weight(value, 0) > HEAVIEST) {
            throw new FeelLimitException(Texts.of("feel.heavy"));
        }
        return value;
    }

    /** Weight of a value added to what was counted before; ends early above the limit. */
    private static int weight(Object value, int before) {
        int weight = before + 1;
        if (weight > HEAVIEST) {
            return weight;
        }
        if (value instanceof ValString text) {
            int length = text.value().length();
            return length > LONGEST_TEXT ? HEAVIEST + 1 : weight + length / CHARACTERS_A_UNIT;
        }
        if (value instanceof ValNumber number) {
            java.math.BigDecimal digits = number.value().bigDecimal();
            return Math.abs((long) digits.scale()) > MOST_DIGITS || digits.precision() > MOST_DIGITS
                    ? HEAVIEST + 1
                    : weight;
        }
        Iterator<?> inner = value instanceof ValList list
                ? list.items().iterator()
                : value instanceof ValContext context
                        ? context.context().variableProvider().getVariables().valuesIterator()
                        : null;
        while (inner != null && inner.hasNext() && weight <= HEAVIEST) {
            weight = weight(inner.next(), weight);
        }
        return weight;
    }

    /** Steps of one evaluation. */
    private static final class Count {

        private final long begun = System.nanoTime();
        private Long end;
        private int steps;

        void step(EvalContext context) {
            steps++;
            boolean look = steps % STEPS_BETWEEN_LOOKS == 0;
            if (steps > MOST_STEPS
                    || isOver()
                    || look && FeelTime.isOver()
                    || look && context.failureCollector().failures().size() > MOST_FAILURES) {
                throw new FeelLimitException(Texts.of("feel.slow"));
            }
        }

        /** The processor's time is dear to ask for: it counts only once so much has passed on the wall's clock. */
        private boolean isOver() {
            if (System.nanoTime() - begun < LONGEST.toNanos()) {
                return false;
            }
            if (end == null) {
                end = FeelTime.now() + LONGEST.toNanos();
            }
            return FeelTime.now() - end > 0;
        }
    }
}
