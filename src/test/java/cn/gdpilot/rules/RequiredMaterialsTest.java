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
class RequiredMaterialsTest {

    private static final String TABLE = "required-materials";

    private static List<String> materials(String applicantType, String channel) {
        return Tables.ask(TABLE, facts("applicantType", applicantType, "channel", channel)).stream()
                .map(row -> row.get("material") + " " + row.get("minCount") + " " + row.get("formats") + " "
                        + row.get("rule"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"INDUSTRIAL,CITY", "PARK,PLANNED_CITY", "TELECOM,COMMS_ADMIN", "IT,CENTRAL", "OTHER,CITY", ","})
    @DisplayName(
            "R2.13 application form, video, three years' audits, letters, index and evidence are asked of everybody")
    void everybody(String applicantType, String channel) {
        assertThat(materials(applicantType, channel))
                .containsExactly(
                        "APPLICATION_FORM 1 pdf,docx R2.13",
                        "VIDEO 1 mp4,mov,mkv,webm R2.12",
                        "AUDIT_REPORT 3 pdf R2.13",
                        "COMMITMENT_LETTER 1 pdf,jpg,png R2.4",
                        "TRUTH_STATEMENT 1 pdf,jpg,png R2.11",
                        "INDEX 1 pdf,docx,xlsx R2.13",
                        "EVIDENCE 1 pdf,docx,xlsx,jpg,png R2.13",
                        "RESULT 0 pdf,docx,xlsx,jpg,png R2.13");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.13 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
