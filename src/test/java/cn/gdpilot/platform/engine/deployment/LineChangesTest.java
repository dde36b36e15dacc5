package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChangesTest {

    @ParameterizedTest(name = "{0} → {1}: gone {2}, added {3}")
    @CsvSource(
            value = {
                "a b c, a b c, '',  ''",
                "a b c, a x c, b,   x",
                "a b c, a c,   b,   ''",
                "a c,   a b c, '',  b",
                // Two cities' quotas have changed places.
                "a 3 b 8, a 8 b 3, '3 b', 'b 3'",
                // One row more, of lines that stand elsewhere already.
                "r 1 r 2, r 1 r 2 r 1, '', 'r 1'",
                "a,     b,     a,   b"
            })
    @DisplayName("lines that were changed, moved or repeated → all told")
    void changes(String was, String becomes, String gone, String added) {
        LineChanges changes = LineChanges.between(was.replace(' ', '\n'), becomes.replace(' ', '\n'));

        assertThat(String.join(" ", changes.gone())).isEqualTo(gone);
        assertThat(String.join(" ", changes.added())).isEqualTo(added);
    }

    @Test
    @DisplayName("one quota of the table becomes a number that stands in other rows → told")
    void quota() throws IOException {
        String table = Files.readString(Path.of("processes/recommendation-quota.dmn"));

        LineChanges changes = LineChanges.between(table, table.replaceFirst("<text>5</text>", "<text>8</text>"));

        assertThat(changes.gone()).containsExactly("<text>5</text>");
        assertThat(changes.added()).containsExactly("<text>8</text>");
    }

    @Test
    @DisplayName("texts too long to be compared line by line → what lies between the first and last change is told")
    void tooLong() {
        String many = IntStream.range(0, 3000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        LineChanges changes = LineChanges.between("same\nx\n" + many + "\ny\nsame", "same\ny\n" + many + "\nx\nsame");

        assertThat(changes.gone()).hasSize(3002).contains("x").doesNotContain("same");
        assertThat(changes.added()).hasSize(3002).contains("y");
    }
}
