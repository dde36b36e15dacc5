package cn.gdpilot.platform.engine.feel;

import camundajar.impl.fastparse.Parsed;
import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import cn.gdpilot.domain.text.Texts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.springframework.core.io.ClassPathResource;

/** What a FEEL expression may consist of, read from its tree: listed functions, one loop at a time, ranges of known length. */
public final class FeelRules {

    /** Longest range of a loop, and longest list that is made by one. */
    static final int LONGEST_RANGE = 500;

    private static final int LONGEST_TEXT = 4_000;
    /** The parser calls itself for each. */
    private static final int DEEPEST = 30;

    private static final int MOST_DIGITS = 20;
    private static final Set<String> ROUNDING =
            Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");
    /** More than one repetition, or one of a group, can take a time that grows with a power of the text; so can groups in a row. */
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d+,\\d*}");

    private static final Pattern OF_A_GROUP = Pattern.compile("\\)[*+?{]");
    /** Settings could allow blanks before a repetition; a group that is asked for again is tried in each of its ways. */
    private static final Pattern HIDDEN = Pattern.compile("\\(\\?|\\\\[1-9k]");

    /** Cells repeat, and each is asked for twice. */
    private static final Cache<String, Parsed<Exp>> PARSED =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private static final Set<String> FUNCTIONS = functions();

    private FeelRules() {}

    /** Fault of an expression, in Chinese; empty if it has none or cannot be parsed. */
    public static Optional<String> ofExpression(String text) {
        return of(text, false);
    }

    /** Fault of a cell's conditions; as {@link #ofExpression}. */
    public static Optional<String> ofTests(String text) {
        return of(text, true);
    }

    /** True if the parser understands it; nothing and a hyphen count as understood. */
    public static boolean isReadable(String text, boolean tests) {
        return text.isEmpty() || text.equals("-") || parse(text, tests) instanceof Parsed.Success<Exp>;
    }

    private static Optional<String> of(String text, boolean tests) {
        Optional<String> size = ofSize(text);
        if (size.isPresent()) {
            return size;
        }
        try {
            return parse(text, tests) instanceof Parsed.Success<Exp> read ? of(read.value()) : Optional.empty();
        } catch (StackOverflowError e) {
            return Optional.of(tooLong());
        }
    }

    private static Parsed<Exp> parse(String text, boolean tests) {
        return PARSED.get(
                (tests ? "t" : "e") + text,
                key -> tests ? FeelParser.parseUnaryTests(text) : FeelParser.parseExpression(text));
    }

    /** Fault that can be seen without a parse. */
    static Optional<String> ofSize(String text) {
        int depth = 0;
        for (char one : text.toCharArray()) {
            depth += "([{".indexOf(one) >= 0 ? 1 : ")]}".indexOf(one) >= 0 ? -1 : 0;
            if (depth > DEEPEST) {
                return Optional.of(tooLong());
            }
        }
        return text.length() > LONGEST_TEXT ? Optional.of(tooLong()) : Optional.empty();
    }

    static String tooLong() {
        return Texts.of("feel.long", LONGEST_TEXT, DEEPEST);
    }

    /** Fault of a tree. */
    static Optional<String> of(Exp tree) {
        return part(tree, false);
    }

    private static Optional<String> part(Object part, boolean inLoop) {
        Optional<String> fault = part instanceof Exp node ? node(node, inLoop) : Optional.empty();
        if (fault.isPresent()) {
            return fault;
        }
        boolean within = inLoop || isLoop(part);
        Iterator<?> inner = part instanceof Iterable<?> several
                ? several.iterator()
                : part instanceof Product product ? product.productIterator() : null;
        while (inner != null && inner.hasNext()) {
            Optional<String> found = part(inner.next(), within);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> node(Exp node, boolean inLoop) {
        if (node instanceof FunctionDefinition
                || node instanceof JavaFunctionInvocation
                || node instanceof QualifiedFunctionInvocation) {
            return Optional.of(Texts.of("feel.own-function"));
        }
        if (isLoop(node) && (inLoop || iterators(node) > 1)) {
            return Optional.of(Texts.of("feel.loops"));
        }
        if (node instanceof IterationContext range) {
            return Math.abs(number(range.end()) - number(range.start())) <= LONGEST_RANGE
                    ? Optional.empty()
                    : Optional.of(Texts.of("feel.range", LONGEST_RANGE));
        }
        return node instanceof FunctionInvocation call ? call(call) : Optional.empty();
    }

    private static boolean isLoop(Object part) {
        return part instanceof For || part instanceof SomeItem || part instanceof EveryItem;
    }

    private static int iterators(Exp loop) {
        return ((Iterable<?>) ((Product) loop).productElement(0)).size();
    }

    private static Optional<String> call(FunctionInvocation call) {
        String name = call.function();
        if (!FUNCTIONS.contains(name)) {
            return Optional.of(Texts.of("feel.function", name));
        }
        boolean isPattern = name.equals("matches");
        if (!isPattern && !ROUNDING.contains(name)) {
            return Optional.empty();
        }
        if (!(call.params() instanceof PositionalFunctionParameters given)) {
            return Optional.of(Texts.of("feel.positional", name));
        }
        Object second = given.params().size() > 1 ? given.params().apply(1) : null;
        if (isPattern) {
            return second instanceof ConstString pattern
                            && isSimple(pattern.value())
                            && given.params().size() == 2
                    ? Optional.empty()
                    : Optional.of(Texts.of("feel.pattern"));
        }
        return second == null || Math.abs(number(second)) <= MOST_DIGITS
                ? Optional.empty()
                : Optional.of(Texts.of("feel.digits", name, MOST_DIGITS));
    }

    private static boolean isSimple(String pattern) {
        return pattern.length() <= 200
                && REPETITION.matcher(pattern).results().count() <= 1
                && pattern.chars().filter(one -> one == '?').count() <= 4
                && pattern.chars().filter(one -> one == '(').count() <= 1
                && pattern.chars().filter(one -> one == '|').count() <= 10
                && !HIDDEN.matcher(pattern).find()
                && !OF_A_GROUP.matcher(pattern).find();
    }

    /** The number that stands there; not a number where another expression stands. */
    private static double number(Object expression) {
        if (expression instanceof ArithmeticNegation negative) {
            return -number(negative.x());
        }
        return expression instanceof ConstNumber literal ? literal.value().toDouble() : Double.NaN;
    }

    private static Set<String> functions() {
        try (var file = new ClassPathResource("engine/models/feel.txt").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
