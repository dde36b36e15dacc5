package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.askOne;
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

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DuplicateVerdictTest {

    private static final String TABLE = "duplicate-verdict";

    private static Map<String, Object> pair(Boolean applicant, Boolean direction, Double similarity, Boolean channel) {
        return facts(
                "sameApplicant",
                applicant,
                "sameDirection",
                direction,
                "similarity",
                similarity,
                "otherChannel",
                channel);
    }

    @ParameterizedTest(name = "sameApplicant {0}, sameDirection {1}, similarity {2}, otherChannel {3} → {4}")
    @CsvSource({
        // one applicant
        "true,false,1.0,false,SAME", "true,false,0.9,false,SAME", "true,false,0.8999,false,SUSPECT",
        "true,false,0.6,false,SUSPECT", "true,false,0.5999,false,DISTINCT", "true,true,0.5999,false,DISTINCT",
        // two applicants: never SAME, a person decides
        "false,true,1.0,false,SUSPECT", "false,true,0.95,false,SUSPECT", "false,true,0.9499,false,SUSPECT",
        "false,false,1.0,true,SUSPECT", "false,false,0.75,false,SUSPECT", "false,false,0.7499,false,DISTINCT",
        "false,true,0.7499,true,DISTINCT", "false,false,0.0,false,DISTINCT"
    })
    @DisplayName("R2.10 similarity suggests, with its boundaries")
    void boundaries(boolean applicant, boolean direction, double similarity, boolean channel, String verdict) {
        assertThat(askOne(TABLE, pair(applicant, direction, similarity, channel)))
                .containsEntry("verdict", verdict);
    }

    @Test
    @DisplayName("R2.10 two applicants, one direction, from 0.95 on: the sentence asks about a joint application")
    void jointApplication() {
        assertThat((String) askOne(TABLE, pair(false, true, 0.95, false)).get("message"))
                .contains("联合申报");
        assertThat((String) askOne(TABLE, pair(false, true, 0.9499, false)).get("message"))
                .doesNotContain("联合申报");
        assertThat((String) askOne(TABLE, pair(false, false, 0.95, false)).get("message"))
                .doesNotContain("联合申报");
    }

    @Test
    @DisplayName("R3.7 what another channel has recommended is not recommended again, and the sentence says so")
    void otherChannel() {
        assertThat(askOne(TABLE, pair(true, true, 0.9, true)))
                .containsEntry("verdict", "SAME")
                .hasEntrySatisfying("message", m -> assertThat((String) m).contains("其他渠道", "不再重复推荐"));
        assertThat(askOne(TABLE, pair(true, true, 0.9, false)))
                .containsEntry("verdict", "SAME")
                .hasEntrySatisfying("message", m -> assertThat((String) m).contains("不得重复申报"));
    }

    @Test
    @DisplayName("R3.7 one applicant, one direction, two channels: a person looks, however different the names")
    void sameApplicantTwoChannels() {
        assertThat(askOne(TABLE, pair(true, true, 0.1, true))).containsEntry("verdict", "SUSPECT");
        assertThat(askOne(TABLE, pair(true, true, null, true))).containsEntry("verdict", "SUSPECT");
        assertThat(askOne(TABLE, pair(true, false, 0.1, true))).containsEntry("verdict", "DISTINCT");
        assertThat(askOne(TABLE, pair(true, true, 0.1, false))).containsEntry("verdict", "DISTINCT");
    }

    @Test
    @DisplayName("R2.10 an unknown similarity raises no engine error and is not taken for 'distinct'")
    void unknownSimilarity() {
        assertThat(askOne(TABLE, pair(false, false, null, false))).containsEntry("verdict", "SUSPECT");
        assertThat(askOne(TABLE, pair(null, null, null, null))).containsEntry("verdict", "SUSPECT");
        assertThat(askOne(TABLE, pair(null, null, 0.1, null))).containsEntry("verdict", "DISTINCT");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.10 R3.7 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
