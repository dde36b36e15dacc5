package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.text.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the tables can say to an applicant leads to a place; that the places are on the page, the portal's own test says. */
class MendingTest {

    @ParameterizedTest
    @MethodSource("findings")
    @DisplayName("R2.1–R2.12 every row that can find something leads to a place that has a name")
    void everyRow(Finding finding) {
        String field = Mending.of(finding).field();

        assertThat(field).isNotNull();
        assertThat(Texts.label("item", field)).as("name of %s", field).isNotEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("materials")
    @DisplayName("R2.13 every material that the table asks for leads to its own line of the list")
    void everyMaterial(String material) {
        assertThat(Mending.of(finding("R2.13", "required-materials"), material).field())
                .isEqualTo(material);
    }

    @ParameterizedTest
    @CsvSource({
        "R2.3, applicant-eligibility, section-applicant, true",
        "R2.9, application-limits, own-applications, false",
        "R9.9, application-limits, own-applications, false",
        "R9.9, applicant-eligibility, section-conditions, true",
        "R9.9, project-eligibility, section-conditions, true",
        "R9.9, video-length, VIDEO, true"
    })
    @DisplayName("R2.3 R2.9 what no field of the form decides has a place too, and so has a rule that a designer adds")
    void withoutField(String rule, String table, String place, boolean here) {
        CheckedFinding found = Mending.of(finding(rule, table));

        assertThat(found.field()).isEqualTo(place);
        assertThat(found.here()).isEqualTo(here);
    }

    @Test
    @DisplayName("R2.2 credit code of another city leads to the field that explains it")
    void elsewhere() {
        String message = Texts.of("credit-code.elsewhere", "440605", "佛山市", "广州市工业和信息化局");

        assertThat(Mending.of(Finding.ofOwnCheck("R2.2", Verdict.REFER, message))
                        .field())
                .isEqualTo("regionExplanation");
    }

    @Test
    @DisplayName("a kind of material that only a table knows leads to the list of materials")
    void unknownMaterial() {
        assertThat(Mending.of(finding("R2.13", "required-materials"), "PATENT").field())
                .isEqualTo("section-materials");
    }

    static Stream<Finding> findings() {
        return Stream.of("applicant-eligibility", "project-eligibility", "application-limits", "video-length")
                .flatMap(table -> rows(table)
                        .map(row -> new Finding(
                                row.get("rule"),
                                Verdict.valueOf(row.get("verdict")),
                                row.get("message"),
                                table + " v1")));
    }

    static Stream<String> materials() {
        return rows("required-materials").map(row -> row.get("material"));
    }

    private static Finding finding(String rule, String table) {
        return new Finding(rule, Verdict.REFUSE, "测试。", table + " v1");
    }

    /** What each row of a table answers, by the output's name. */
    private static Stream<Map<String, String>> rows(String table) {
        DmnModelInstance model =
                Dmn.readModelFromFile(Path.of("processes", table + ".dmn").toFile());
        List<String> names = model.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
        return model.getModelElementsByType(Rule.class).stream().map(rule -> {
            Map<String, String> row = new LinkedHashMap<>();
            int column = 0;
            for (OutputEntry entry : rule.getOutputEntries()) {
                row.put(
                        names.get(column++),
                        entry.getText().getTextContent().strip().replace("\"", ""));
            }
            return row;
        });
    }
}
