package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PriorityConditionsTest {

    private static final String TABLE = "priority-conditions";

    private static List<String> conditions(Boolean base, Boolean accepted, Boolean area, Boolean effect) {
        return Tables.ask(
                        TABLE,
                        facts(
                                "demonstrationBase",
                                base,
                                "innovationAccepted",
                                accepted,
                                "revolutionaryArea",
                                area,
                                "markedEffect",
                                effect))
                .stream()
                .map(row -> (String) row.get("condition"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,false,false,DEMONSTRATION_BASE",
        "false,true,false,false,INNOVATION_ACCEPTED",
        "false,false,true,false,REVOLUTIONARY_AREA",
        "false,false,false,true,MARKED_EFFECT"
    })
    @DisplayName("R2.14 each of the four conditions is named alone")
    void each(boolean base, boolean accepted, boolean area, boolean effect, String condition) {
        assertThat(conditions(base, accepted, area, effect)).containsExactly(condition);
    }

    @Test
    @DisplayName("R2.14 one or more: all that are met are named, none when none is met or answered")
    void several() {
        assertThat(conditions(true, true, true, true))
                .containsExactly("DEMONSTRATION_BASE", "INNOVATION_ACCEPTED", "REVOLUTIONARY_AREA", "MARKED_EFFECT");
        assertThat(conditions(false, false, false, false)).isEmpty();
        assertThat(conditions(null, null, null, null)).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.14 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
