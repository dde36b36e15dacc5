package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.deployment.LineChanges.Numbered;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever releases a table sees each line that changes, wherever else the same line stands. */
class LineChangesTest {

    @Test
    @DisplayName("nothing changed but space at a line's ends → no change")
    void space() {
        assertThat(changes(List.of("a", "b"), List.of("  a", "b\t"))).isEqualTo(changes(List.of(), List.of()));
    }

    @Test
    @DisplayName("a quota becomes a number that other rows have, too → both lines with their numbers")
    void knownElsewhere() {
        LineChanges changes = changes(List.of("8", "x", "5", "y", "5", "15"), List.of("8", "x", "15", "y", "5", "15"));

        assertThat(changes.gone()).containsExactly(new Numbered(3, "5"));
        assertThat(changes.added()).containsExactly(new Numbered(3, "15"));
    }

    @Test
    @DisplayName("two rows change places → gone at one place, added at the other")
    void moved() {
        LineChanges changes = changes(List.of("a", "b", "c"), List.of("b", "a", "c"));

        assertThat(changes.gone()).containsExactly(new Numbered(1, "a"));
        assertThat(changes.added()).containsExactly(new Numbered(2, "a"));
    }

    @Test
    @DisplayName("lines added within, at the beginning and at the end")
    void added() {
        LineChanges changes = changes(List.of("a", "b"), List.of("x", "a", "a", "b", "y"));

        assertThat(changes.gone()).isEmpty();
        assertThat(changes.added()).extracting(Numbered::text).containsExactlyInAnyOrder("x", "a", "y");
    }

    @Test
    @DisplayName("more lines than can be compared in time → all between the first and the last change")
    void tooMany() {
        List<String> many = Collections.nCopies(5_000, "a");

        LineChanges changes = changes(concat("x", many, "z"), concat("y", many, "z"));

        assertThat(changes.gone()).hasSize(1);
        assertThat(changes(concat("x", many, "x"), concat("y", many, "y")).added())
                .hasSize(5_002);
    }

    private static List<String> concat(String first, List<String> middle, String last) {
        return Stream.of(List.of(first), middle, List.of(last))
                .flatMap(List::stream)
                .toList();
    }

    private static LineChanges changes(List<String> was, List<String> becomes) {
        return LineChanges.between(file(was), file(becomes));
    }

    private static ModelFile file(List<String> lines) {
        return new ModelFile("", null, null, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
