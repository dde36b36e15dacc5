package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecommendationQuotaTest {

    private static final String TABLE = "recommendation-quota";

    private static Map<String, Object> terms(String unitType, String region) {
        return Tables.askOne(TABLE, facts("unitType", unitType, "region", region));
    }

    private static Map<String, Object> toDepartment(int quota) {
        return facts(
                "quota",
                quota,
                "destination",
                "DEPARTMENT",
                "deadline",
                "CITY",
                "tableCopies",
                2,
                "paperCopies",
                6,
                "discCopies",
                1);
    }

    private static Map<String, Object> toMinistry(int quota) {
        return facts(
                "quota",
                quota,
                "destination",
                "MINISTRY",
                "deadline",
                "MINISTRY",
                "tableCopies",
                2,
                "paperCopies",
                5,
                "discCopies",
                1);
    }

    @Test
    @DisplayName("R3.2 R4.1 R4.2 a Pearl River Delta city recommends 8 to the Department: table ×2, paper ×6, disc ×1")
    void delta() {
        assertThat(terms("CITY", "PRD")).isEqualTo(toDepartment(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAST", "WEST", "NORTH"})
    @DisplayName("R3.2 R4.1 R4.2 a city of east, west or north Guangdong recommends 5")
    void otherCities(String region) {
        assertThat(terms("CITY", region)).isEqualTo(toDepartment(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRD", "EAST", "NONE"})
    @NullSource
    @DisplayName("R3.3 R4.3 R4.4 Shenzhen recommends 15 straight to the ministry: table ×2, paper ×5, disc ×1")
    void shenzhen(String region) {
        assertThat(terms("PLANNED_CITY", region)).isEqualTo(toMinistry(15));
    }

    @ParameterizedTest
    @CsvSource({"CENTRAL,10", "COMMS_ADMIN,30", "DEPARTMENT,30"})
    @DisplayName("R3.4 R3.5 a central enterprise recommends 10, the CA 30, the Department 30 to the ministry")
    void others(String unitType, int quota) {
        assertThat(terms(unitType, "NONE")).isEqualTo(toMinistry(quota));
        assertThat(terms(unitType, null)).isEqualTo(toMinistry(quota));
    }

    @Test
    @DisplayName("R3.2 a city without a region, and a unit that does not recommend, have no quota")
    void nobodyElse() {
        assertThat(Tables.ask(TABLE, facts("unitType", "CITY", "region", "NONE")))
                .isEmpty();
        assertThat(Tables.ask(TABLE, facts("unitType", "CITY", "region", null))).isEmpty();
        assertThat(Tables.ask(TABLE, facts("unitType", "MINISTRY", "region", "NONE")))
                .isEmpty();
        assertThat(Tables.ask(TABLE, facts("unitType", null, "region", null))).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R3.2–R3.5 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
