package cn.gdpilot.platform.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** FEEL stops by itself, on its own thread, and leaves nothing behind. */
class BoundedFeelEngineTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static long usedBefore;

    private final FeelEngine feel = engine();

    @BeforeAll
    static void measure() {
        engine();
        usedBefore = used();
    }

    /** Once for all: to measure a heap takes the collector a second. */
    @AfterAll
    static void nothingIsLeft() {
        assertThat(used() - usedBefore).isLessThan(20_000_000);
    }

    private static FeelEngine engine() {
        var configuration = BoundedFeelEngine.configuration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1 + 2 ~ 3",
                "count(for x in 1..500 return x) ~ 500",
                "sum(list[item > 2]) ~ 7",
                "{a: 2, b: a * 2}.b ~ 4",
                "string length(\"广东\") ~ 2",
                "if true then 5 else 6 ~ 5"
            })
    @DisplayName("what tables compute → the same value as without limits")
    void computes(String text, int value) {
        Object found = feel.evaluateSimpleExpression(
                text,
                Variables.createVariables()
                        .putValue("list", List.of(1, 2, 3, 4))
                        .asVariableContext());

        assertThat(((Number) found).intValue()).isEqualTo(value);
    }

    @Test
    @DisplayName("conditions of a cell → as without limits")
    void tests() {
        var facts = Variables.createVariables().putValue("seconds", 300).asVariableContext();

        assertThat(feel.evaluateSimpleUnaryTests("[300..600]", "seconds", facts))
                .isTrue();
        assertThat(feel.evaluateSimpleUnaryTests("> 300", "seconds", facts)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "for x in 1..3000, y in 1..3000 return x * y ~ 循环",
                "for x in 1..300 return for y in 1..300 return for z in 1..300 return z ~ 循环",
                "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}} ~ External functions are disabled",
                "for x in 1..1000000000 return x ~ 500",
                "10 ** 2000 ~ 过多",
                "number(\"1e999999999\") + 1 ~ 过多",
                "count(long) ~ 过多",
                "for x in list return concatenate(list, list, list, list, list, list) ~ 过多",
                "{a: \"0123456789\", b: a + a + a + a + a + a + a + a + a + a, c: b + b + b + b + b + b + b + b + b + b, d: c + c + c + c + c + c + c + c + c + c, e: d + d + d + d + d + d + d + d + d + d, f: e + e}.f ~ 过多",
                "{a: \"0123456789\", b: a + a + a + a + a + a + a + a + a + a, c: b + b + b + b + b + b + b + b + b + b, d: c + c + c + c + c + c + c + c + c + c, e: d + d + d + d, f: contains(e, d + d + \"b\")}.f ~ 过多",
                "{a: \"aaaaaaaaaa\", b: a + a + a + a + a + a + a + a + a + a, c: b + b + b + b + b + b + b + b + b + b, d: c + c, f: for x in 1..40 return matches(d, \"a*b\")}.f ~ 过多",
                "{a: list, b: [a, a, a, a, a, a, a, a, a], c: [b, b, b, b, b, b, b, b, b], d: string([c, c, c, c, c, c, c])}.d ~ 过多",
                "for x in list return list[list[list[item > 0][1] > 0][1] > 0][1] ~ 过多"
            })
    @DisplayName("too many steps or too much → stopped soon, no thread runs on; afterwards the heap is as before")
    void stopped(String text, String told) throws Exception {
        Map<String, Object> facts = new HashMap<>();
        facts.put("list", IntStream.range(0, 400).boxed().toList());
        facts.put("long", Collections.nCopies(100_000, "a"));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> feel.evaluateSimpleExpression(
                        text, Variables.fromMap(facts).asVariableContext()))
                .hasMessageContaining(told);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        assertThat(alive(before)).isEmpty();
    }

    @Test
    @DisplayName("a sum of more terms than the stack holds → a failure, not an error of the machine")
    void manyTerms() throws Exception {
        AtomicReference<Throwable> found = new AtomicReference<>();
        Runnable sum = () -> feel.evaluateSimpleExpression(
                "1+".repeat(1_900) + "1", Variables.createVariables().asVariableContext());
        Thread narrow = new Thread(null, sum, "narrow", 200_000);
        narrow.setUncaughtExceptionHandler((thread, thrown) -> found.set(thrown));

        narrow.start();
        narrow.join();

        assertThat(found.get()).isInstanceOf(RuntimeException.class).hasMessageContaining("过长");
    }

    @Test
    @DisplayName("a double loop that no rule has seen → its steps are counted, and it stops")
    void withoutRules() throws Exception {
        Exp tree = FeelParser.parseExpression("for x in list return for y in list return for z in list return z")
                .get()
                .value();
        BoundedFeel engine = bare();
        var facts =
                Map.<String, Object>of("list", IntStream.range(0, 300).boxed().toList());
        long begun = System.nanoTime();

        var result = engine.eval(new ParsedExpression(tree, "loops"), facts);

        assertThat(result.isLeft()).isTrue();
        assertThat(result.toString()).contains("步骤过多");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @Test
    @DisplayName("the time of a piece of work is over → its further expressions stop at once")
    void overall() throws Exception {
        Callable<Object> late = () -> FeelTime.within(
                Duration.ofNanos(-1),
                () -> feel.evaluateSimpleExpression(
                        "count(for x in 1..50 return x)",
                        Variables.createVariables().asVariableContext()));

        assertThatThrownBy(late::call).hasMessageContaining("步骤过多");
        assertThat(FeelTime.isOver()).isFalse();
    }

    private static BoundedFeel bare() {
        return (BoundedFeel) ReflectionTestUtils.getField(engine(), "feelEngine");
    }

    private static Set<Thread> alive(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(one -> !before.contains(one) && one.getName().matches("(?i).*(feel|pool|dmn|Thread-).*"))
                .collect(Collectors.toSet());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
