package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts as the domain writes them down → findings as the shipped tables tell them. */
class FactsTest {

    private final EligibilityTables tables = new ShippedTables();

    @ParameterizedTest(name = "{0} by {1}, registered {2}, legal person {3}, record {4}, accident {5}, letter {6}: {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "INDUSTRIAL, CITY,    GD,    true,  false, false, true,  -",
                "OTHER,      CITY,    GD,    true,  false, false, true,  R2.1 REFER",
                "INDUSTRIAL, CITY,    CN,    true,  false, false, true,  R2.2 REFUSE",
                "INDUSTRIAL, CENTRAL, CN,    true,  false, false, true,  -",
                "INDUSTRIAL, CENTRAL, OTHER, true,  false, false, true,  R2.2 REFUSE",
                "INDUSTRIAL, CITY,    GD,    false, false, false, true,  R2.2 REFUSE",
                "INDUSTRIAL, CITY,    GD,    true,  true,  false, true,  R2.3 REFUSE",
                "INDUSTRIAL, CITY,    GD,    true,  -,     false, true,  R2.3 REFER",
                "INDUSTRIAL, CITY,    GD,    true,  false, true,  true,  R2.4 REFUSE",
                "INDUSTRIAL, CITY,    GD,    true,  false, false, false, R2.4 REFUSE"
            })
    @DisplayName("R2.1–R2.4 facts of an applicant → finding")
    void applicant(
            String type,
            String channel,
            String registered,
            Boolean legalPerson,
            Boolean dishonesty,
            Boolean accident,
            Boolean letter,
            String finding) {
        assertFinding(
                finding,
                tables.applicant(new ApplicantFacts(
                        type, channel, registered, legalPerson, dishonesty, accident, letter, Map.of())));
    }

    @ParameterizedTest(name = "built {0}, pilot runs {1}, innovation project {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  false, NONE,         -",
                "true,  false, ACCEPTED,     -",
                "true,  true,  NONE,         R2.5 REFUSE",
                "true,  false, NOT_ACCEPTED, R2.6 REFUSE",
                "true,  false, FAILED,       R2.6 REFUSE",
                "true,  false, -,            R2.6 REFUSE",
                "false, false, NONE,         R2.7 REFUSE",
                "-,     false, NONE,         R2.7 REFUSE"
            })
    @DisplayName("R2.5–R2.7 facts of a project → finding")
    void project(Boolean built, boolean pilotRuns, String innovation, String finding) {
        assertFinding(finding, tables.project(new ProjectFacts(built, pilotRuns, innovation, Map.of())));
    }

    @ParameterizedTest(name = "{0} in its category, {1} in all, same project {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 0, false, -",
                "0, 1, false, -",
                "1, 1, false, R2.8 REFUSE",
                "0, 2, false, R2.9 REFUSE",
                "0, 1, true,  R2.10 REFUSE"
            })
    @DisplayName("R2.8–R2.10 limits at their boundaries → taken or refused")
    void limits(int inCategory, int inTotal, boolean same, String finding) {
        assertFinding(finding, tables.limits(new LimitFacts(inCategory, inTotal, same)));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"299, R2.12 REFUSE", "300, R2.12 NOTE", "600, R2.12 NOTE", "601, R2.12 REFUSE", "-, R2.12 REFER"})
    @DisplayName("R2.12 a video's length → 5 to 10 minutes taken, unknown to a person")
    void video(Integer seconds, String finding) {
        assertFinding(finding, tables.video(seconds));
    }

    @ParameterizedTest
    @CsvSource({"true, false, false, false", "false, true, false, false", "false, false, true, false"})
    @DisplayName("R2.14 one priority condition met → one sentence; none → none")
    void priorities(boolean base, boolean accepted, boolean area, boolean effect) {
        assertThat(tables.priorities(new PriorityFacts(base, accepted, area, effect)))
                .hasSize(1);
        assertThat(tables.priorities(new PriorityFacts(false, false, false, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "applicant-eligibility, cn.gdpilot.domain.eligibility.ApplicantFacts",
        "project-eligibility,   cn.gdpilot.domain.eligibility.ProjectFacts",
        "application-limits,    cn.gdpilot.domain.eligibility.LimitFacts",
        "priority-conditions,   cn.gdpilot.domain.eligibility.PriorityFacts"
    })
    @DisplayName("components of the facts, beside a round's own questions → exactly the inputs of the table")
    void inputs(String table, Class<?> facts) {
        List<String> asked =
                Dmn.readModelFromFile(Tables.file(table).toFile()).getModelElementsByType(Input.class).stream()
                        .map(input -> input.getInputExpression().getText().getTextContent())
                        .toList();

        assertThat(Arrays.stream(facts.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("extra")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private static void assertFinding(String expected, List<Finding> found) {
        assertThat(found)
                .extracting(one -> one.rule() + " " + one.verdict())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
