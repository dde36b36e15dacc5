package cn.gdpilot.platform.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of the gate: the page that lists them, and the corpus in which each is broken. */
class RulesPageTest {

    private static final Path PAGE = Path.of("docs", "model-rules.md");

    /** Broken where one change of one file cannot break them: by two files, by a large one, by a slow one. */
    private static final Set<Rule> ELSEWHERE = Set.of(Rule.ID_TWICE, Rule.TABLE_SLOW);

    @Test
    @DisplayName("docs/model-rules.md lists each rule as it stands in Rule")
    void page() throws IOException {
        String rows = Arrays.stream(Rule.values())
                .map(rule -> "| %s | %s | %s |\n".formatted(rule.id(), rule.holds(), rule.reason()))
                .collect(Collectors.joining());

        assertThat(Files.readString(PAGE)).endsWith("|---|---|---|\n" + rows);
    }

    @Test
    @DisplayName("no two rules share an id")
    void ids() {
        assertThat(Rule.values()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("each rule is broken by a row of the corpus")
    void broken() throws IOException {
        Set<String> broken = Files.readAllLines(Path.of("src/test/resources/gate/bad.txt")).stream()
                .filter(line -> line.contains("¦") && !line.startsWith("#"))
                .map(line -> line.split("¦")[4].strip())
                .collect(Collectors.toSet());

        assertThat(Rule.values())
                .filteredOn(rule -> !ELSEWHERE.contains(rule))
                .extracting(Rule::id)
                .isSubsetOf(broken);
    }
}
