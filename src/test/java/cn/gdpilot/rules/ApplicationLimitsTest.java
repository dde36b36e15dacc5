package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApplicationLimitsTest {

    private static final String TABLE = "application-limits";

    private static List<String> findings(Object othersInCategory, Object othersInTotal, Object sameProjectElsewhere) {
        return Tables.findings(
                TABLE,
                facts(
                        "othersInCategory",
                        othersInCategory,
                        "othersInTotal",
                        othersInTotal,
                        "sameProjectElsewhere",
                        sameProjectElsewhere));
    }

    @Test
    @DisplayName("R2.8 the 1st of a category is taken, the 2nd refused")
    void category() {
        assertThat(findings(0, 0, false)).isEmpty();
        assertThat(findings(1, 1, false)).containsExactly("R2.8 REFUSE");
    }

    @Test
    @DisplayName("R2.9 the 2nd project of an applicant is taken, the 3rd refused")
    void total() {
        assertThat(findings(0, 1, false)).isEmpty();
        assertThat(findings(0, 2, false)).containsExactly("R2.9 REFUSE");
        assertThat(findings(0, 3, false)).containsExactly("R2.9 REFUSE");
    }

    @Test
    @DisplayName("R2.10 the same project is not applied for twice")
    void sameProject() {
        assertThat(findings(0, 1, true)).containsExactly("R2.10 REFUSE");
    }

    @Test
    @DisplayName("R2.8–R2.10 all limits are told at once")
    void together() {
        assertThat(findings(2, 2, true)).containsExactly("R2.8 REFUSE", "R2.9 REFUSE", "R2.10 REFUSE");
    }

    @Test
    @DisplayName("R2.8–R2.10 null raises no engine error; a count may come as a Long from a query")
    void nullsAndLongs() {
        assertThat(findings(null, null, null)).isEmpty();
        assertThat(findings(1L, 2L, false)).containsExactly("R2.8 REFUSE", "R2.9 REFUSE");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.8–R2.10 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
