package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.Clauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules' numbers stand in models and records; people read the clauses of the notices. */
class ClausesTest {

    private static final Pattern QUOTED = Pattern.compile("\"(R\\d\\.\\d{1,2})\"");

    @Test
    @DisplayName("every rule that a table, form or decision may name → its clause of a notice is known")
    void known() {
        Set<String> rules = new TreeSet<>();
        Stream.of("src/main/java", "processes", "forms").forEach(folder -> rules.addAll(named(Path.of(folder))));

        assertThat(rules).hasSizeGreaterThan(15).allSatisfy(rule -> assertThat(Clauses.of(rule)).as(rule).contains("号第"));
    }

    @Test
    @DisplayName("R3.2 → third article, second item of the province's notice")
    void quota() {
        assertThat(Clauses.of("R3.2")).isEqualTo("粤工信工业互联网函〔2023〕37号第三条第（二）项");
    }

    private static Set<String> named(Path folder) {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> QUOTED.matcher(read(file)).results().map(ClausesTest::rule).forEach(rules::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static String rule(MatchResult found) {
        return found.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
