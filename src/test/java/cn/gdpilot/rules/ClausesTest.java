package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.text.Clauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules' numbers stand in models and records; people read the clauses of the notices. */
class ClausesTest {

    private static final Pattern QUOTED = Pattern.compile("\"(R\\d\\.\\d{1,2})\"");

    @Test
    @DisplayName("every rule that a table, form or decision may name → its clause of a notice is known")
    void known() {
        Set<String> rules = new TreeSet<>();
        Stream.of("src/main/java", "processes", "forms").forEach(folder -> rules.addAll(named(Path.of(folder))));

        assertThat(rules)
                .hasSizeGreaterThan(15)
                .allSatisfy(rule -> assertThat(Clauses.of(rule)).as(rule).contains("号第"));
    }

    @Test
    @DisplayName("R3.2 → third article, second item of the province's notice")
    void quota() {
        assertThat(Clauses.of("R3.2")).isEqualTo("粤工信工业互联网函〔2023〕37号第三条第（二）项");
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "R3.5, COMMS_ADMIN,  工信厅信管函〔2023〕319号第二条第（五）项",
                "R3.5, DEPARTMENT,   粤工信工业互联网函〔2023〕37号第三条第（三）项、工信厅信管函〔2023〕319号第二条第（五）项",
                "R3.6, COMMS_ADMIN,  工信厅信管函〔2023〕319号第二条第（五）项",
                "R3.6, CENTRAL,      工信厅信管函〔2023〕319号第二条第（五）项",
                "R3.6, CITY,         粤工信工业互联网函〔2023〕37号第三条第（二）项",
                "R3.6, PLANNED_CITY, 粤工信工业互联网函〔2023〕37号第三条第（二）项、工信厅信管函〔2023〕319号第二条第（五）项",
                "R3.9, -,            工信厅信管函〔2023〕319号第二条第（二）项",
            })
    @DisplayName("R3.5 R3.6 clause of one kind of office → no clause that binds another office alone")
    void byOffice(String rule, UnitType office, String clause) {
        assertThat(Clauses.of(rule, office)).isEqualTo(clause);
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "duplicate,          R3.7, DEPARTMENT",
                "gone-ahead,         R3.7, DEPARTMENT",
                "intake-day,         R4.6, CITY",
                "left-out,           R3.6, CITY",
                "missed-application, R4.1, CITY",
                "missed-list,        R4.1, CITY",
                "not-forwarded,      R3.5, DEPARTMENT",
                "not-recommended,    R3.5, COMMS_ADMIN",
                "not-selected,       R3.8, MINISTRY",
                "refusal,            R2.7, CITY",
            })
    @DisplayName("R3.5 R3.6 sample of a letter's clause → the clause that the letter really carries")
    void samples(String letter, String rule, UnitType office) throws IOException {
        assertThat(samples()).containsEntry(letter, Clauses.of(rule, office)).hasSize(10);
    }

    private static Map<String, String> samples() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Path.of("src/main/resources/notice/letter-words.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.stream()
                    .filter(row -> row.get("word").equals("rule"))
                    .collect(Collectors.toMap(row -> row.get("kind"), row -> row.get("sample")));
        }
    }

    private static Set<String> named(Path folder) {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> QUOTED.matcher(read(file))
                            .results()
                            .map(ClausesTest::rule)
                            .forEach(rules::add));
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
