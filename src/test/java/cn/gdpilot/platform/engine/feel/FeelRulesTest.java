package cn.gdpilot.platform.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FEEL in a table may consist of. */
class FeelRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}} ~ 自定义函数",
                "function(x) /* a */ external /* b */ {java: {class: \"a\", method signature: \"b(int)\"}} ~ 自定义函数",
                "{f: function(n) f(n + 1), r: f(1)}.r ~ 自定义函数",
                "sort([2, 1], function(a, b) a < b) ~ 函数",
                "a.exec(\"x\") ~ 自定义函数",
                "getClass(1) ~ getClass",
                "/* count( */ exec(1) ~ exec",
                "if true then 1 else exec(1) ~ exec",
                "{a: [exec(1)]} ~ exec",
                "[1, 2][exec(item)] ~ exec",
                "count(items: exec(1)) ~ exec",
                "replace(\"aaa\", \"a\", \"b\") ~ replace",
                "for x in 1..3000, y in 1..3000 return x ~ 循环",
                "for x in 1..30, y in 1..30, z in 1..30 return x ~ 循环",
                "for x in 1..30 return for y in 1..30 return x ~ 循环",
                "count(for x in [1] return some y in [2] satisfies y = x) ~ 循环",
                "every x in (for y in 1..3 return y) satisfies x > 0 ~ 循环",
                "for x in 1..1000000000 return x ~ 500",
                "for x in 1..n return x ~ 500",
                "for x in 1..(10 * 10) return x ~ 500",
                "for x in -1000..1000 return x ~ 500",
                "decimal(1/3, 1000000000) ~ 位数",
                "decimal(1/3, n) ~ 位数",
                "round up(n: 1, scale: 1000000000) ~ 顺序",
                "matches(a, b) ~ matches",
                "matches(input: a, pattern: \"b\") ~ 顺序",
                "matches(a, \"(a+)+$\") ~ matches",
                "matches(a, \"(a|aa)*$\") ~ matches",
                "matches(a, \"a*a*a*b\") ~ matches",
                "matches(a, \"(a{1,50}){1,50}\") ~ matches",
                "matches(a, \"(?x)(a|a|a) *b\") ~ matches",
                "matches(a, \"(a|aa)b\\\\1\") ~ matches",
                "matches(a, \"(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b\") ~ matches"
            })
    @DisplayName("a function of its own, an unlisted one, loops in loops, ranges without an end → refused")
    void refused(String text, String told) {
        assertThat(FeelRules.ofExpression(text))
                .hasValueSatisfying(fault -> assertThat(fault).contains(told));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "seconds",
                "seconds / 60 + 1",
                "if seconds > 600 then \"长\" else \"短\"",
                "string length(name) > 3 and contains(upper case(name), \"A\")",
                "count([1, 2, 3]) + max(a, b)",
                "for x in 1..12 return x * 2",
                "some x in [\"a\", \"b\"] satisfies x = kind",
                "every x in list satisfies x > 0",
                "list[item > 3][1]",
                "{a: 1, b: a + 1}.b",
                "date(\"2026-12-08\") + duration(\"P1D\") > today()",
                "date and time(\"2026-12-08T17:30:00\").day",
                "decimal(score, 2)",
                "round half up(score, -1)",
                "matches(code, \"^[0-9]{6}-[A-Z]+$\")",
                "matches(code, \"^(city|central)-[a-z-]+$\")",
                "string join([\"a\", b], \"、\")",
                "x in [1..5] or x instance of number",
                "a between 1 and 5",
                "/* 备注 */ 5 // 说明",
                "is defined(x)"
            })
    @DisplayName("what tables usually say → taken")
    void taken(String text) {
        assertThat(FeelRules.ofExpression(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "-",
                "\"A\",\"B\"",
                "not(\"A\", \"B\")",
                "< 300",
                "[300..600]",
                "]300..600[",
                "true",
                "null",
                "contains(?, \"x\")",
                "> date(\"2026-12-08\")"
            })
    @DisplayName("conditions of a cell → taken")
    void tests(String text) {
        assertThat(FeelRules.ofTests(text)).isEmpty();
    }

    @Test
    @DisplayName("conditions of a cell that call Java or an unlisted function → refused")
    void hostileTests() {
        assertThat(FeelRules.ofTests("exec(?)")).isPresent();
        assertThat(FeelRules.ofTests("< (for x in 1..9 return for y in 1..9 return y)[1]"))
                .isPresent();
    }

    @Test
    @DisplayName("brackets or words without end → refused before the parser's stack is full")
    void deep() {
        assertThat(FeelRules.ofExpression("(".repeat(5000) + "1" + ")".repeat(5000)))
                .isPresent();
        assertThat(FeelRules.ofExpression("[".repeat(31) + "]".repeat(31))).isPresent();
        assertThat(FeelRules.ofExpression("1 + ".repeat(2000) + "1")).isPresent();
        for (String word : List.of("- ", "not ", "if true then ", "for x in a return ", "some x in a satisfies ")) {
            FeelRules.ofExpression(word.repeat(3900 / word.length()) + "1");
        }
    }

    @Test
    @DisplayName("every cell of the shipped tables → taken")
    void shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".dmn")).toList()) {
                var model = Dmn.readModelFromFile(file.toFile());
                model.getModelElementsByType(InputEntry.class)
                        .forEach(one -> assertThat(FeelRules.ofTests(one.getTextContent()))
                                .isEmpty());
                model.getModelElementsByType(OutputEntry.class)
                        .forEach(one -> assertThat(FeelRules.ofExpression(one.getTextContent()))
                                .isEmpty());
            }
        }
    }
}
