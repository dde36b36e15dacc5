package cn.gdpilot.platform.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of a table that a step has asked. */
class TableStepsTest {

    @Test
    @DisplayName("few rows → all their ids")
    void few() {
        assertThat(AskedTables.rows(List.of("Rule_1", "Rule_2"))).isEqualTo("Rule_1 Rule_2");
    }

    @Test
    @DisplayName("more rows than the column holds → whole ids as far as they go, and a mark")
    void many() {
        List<String> hits = IntStream.range(0, 1000).mapToObj(i -> "Rule_" + i).toList();

        String kept = AskedTables.rows(hits);

        assertThat(kept).hasSizeBetween(3900, 4000).startsWith("Rule_0 Rule_1 ").endsWith(" …");
        assertThat(hits).containsAll(List.of(kept.replace(" …", "").split(" ")));
    }

    @Test
    @DisplayName("one id longer than the column → the mark alone")
    void tooLong() {
        assertThat(AskedTables.rows(List.of("x".repeat(5000)))).isEqualTo(" …");
    }
}
