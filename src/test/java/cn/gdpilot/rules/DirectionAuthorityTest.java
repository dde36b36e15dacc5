package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.askOne;
import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectionAuthorityTest {

    private static final String TABLE = "direction-authority";

    private static final Set<String> CATEGORIES = Set.of("新技术类", "工厂类", "载体类", "园区类", "网络类", "平台类", "安全类");

    /** The sample list; it goes when the annex's list replaces the table. */
    @ParameterizedTest(name = "{0}: Department {1}, CA {2}")
    @CsvSource({
        "T01,true,false",
        "T02,true,false",
        "T03,true,false",
        "T04,true,false",
        "T05,true,false",
        "F01,true,true",
        "F02,true,true",
        "F03,true,true",
        "F04,true,true",
        "F05,true,true",
        "C01,true,false",
        "C02,true,false",
        "C03,true,false",
        "C04,true,false",
        "Y01,true,false",
        "Y02,true,false",
        "N01,false,true",
        "N02,false,true",
        "P01,true,false",
        "P02,true,false",
        "P03,true,false",
        "P04,true,false",
        "P05,true,false",
        "S01,true,true",
        "S02,true,true",
        "S03,true,true",
        "S04,true,true"
    })
    @DisplayName("R1.2 R1.3 who is in charge of each direction")
    void everyDirection(String direction, boolean department, boolean communications) {
        assertThat(askOne(TABLE, facts("direction", direction)))
                .containsEntry("department", department)
                .containsEntry("communications", communications);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(files = "content/reference/directions.csv", numLinesToSkip = 1)
    @DisplayName("R1.1 every direction that can be chosen has a row, and the row names its category")
    void everyDirectionOfTheReferenceList(String direction, String category) {
        assertThat(rules().stream()
                        .filter(rule -> codeOf(rule).equals(direction))
                        .map(DirectionAuthorityTest::categoryOf))
                .containsExactly(category);
    }

    @Test
    @DisplayName("R1.1–R1.3 27 directions: Department 25, CA 11, both 9, the CA alone 2")
    void totals() {
        List<Map<String, Object>> all = codes().stream()
                .map(code -> askOne(TABLE, facts("direction", code)))
                .toList();
        Predicate<Map<String, Object>> department = row -> Boolean.TRUE.equals(row.get("department"));
        Predicate<Map<String, Object>> communications = row -> Boolean.TRUE.equals(row.get("communications"));

        assertThat(all).hasSize(27);
        assertThat(all.stream().filter(department)).hasSize(25);
        assertThat(all.stream().filter(communications)).hasSize(11);
        assertThat(all.stream().filter(department.and(communications))).hasSize(9);
        assertThat(all.stream().filter(communications.and(department.negate()))).hasSize(2);
        assertThat(all.stream().filter(department.or(communications))).hasSize(27);
    }

    @Test
    @DisplayName("R1.1–R1.3 seven categories; each body is in charge of something in the notice's six and three")
    void categories() {
        assertThat(rules())
                .extracting(DirectionAuthorityTest::categoryOf)
                .containsOnly(CATEGORIES.toArray(String[]::new));
        assertThat(categoriesOf("department")).containsExactlyInAnyOrder("新技术类", "工厂类", "载体类", "园区类", "平台类", "安全类");
        assertThat(categoriesOf("communications")).containsExactlyInAnyOrder("工厂类", "网络类", "安全类");
    }

    @Test
    @DisplayName("R1.1 every row says that the list is a sample")
    void saysThatItIsASample() {
        assertThat(rules()).allMatch(rule -> annotation(rule).contains("示例：名称与分布以通知附件1为准"));
    }

    @Test
    @DisplayName("R1.1 an unknown direction, or none, has nobody in charge")
    void unknown() {
        assertThat(Tables.ask(TABLE, facts("direction", "X99"))).isEmpty();
        assertThat(Tables.ask(TABLE, facts("direction", null))).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R1.1 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }

    private static Set<String> categoriesOf(String body) {
        return rules().stream()
                .filter(rule -> Boolean.TRUE.equals(
                        askOne(TABLE, facts("direction", codeOf(rule))).get(body)))
                .map(DirectionAuthorityTest::categoryOf)
                .collect(Collectors.toSet());
    }

    private static String categoryOf(Rule rule) {
        return CATEGORIES.stream()
                .filter(annotation(rule)::contains)
                .findFirst()
                .orElse("none");
    }

    private static String annotation(Rule rule) {
        return rule.getDescription().getTextContent();
    }

    private static List<String> codes() {
        return rules().stream().map(DirectionAuthorityTest::codeOf).toList();
    }

    private static String codeOf(Rule rule) {
        return rule.getInputEntries().iterator().next().getTextContent().trim().replace("\"", "");
    }

    private static List<Rule> rules() {
        return List.copyOf(Dmn.readModelFromFile(Tables.file(TABLE).toFile()).getModelElementsByType(Rule.class));
    }
}
