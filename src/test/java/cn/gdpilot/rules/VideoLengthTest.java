package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VideoLengthTest {

    private static final String TABLE = "video-length";

    private static String finding(Integer seconds) {
        var row = Tables.askOne(TABLE, facts("seconds", seconds));
        return row.get("rule") + " " + row.get("verdict");
    }

    private static String message(Integer seconds) {
        return (String) Tables.askOne(TABLE, facts("seconds", seconds)).get("message");
    }

    @Test
    @DisplayName("R2.12 299 s is refused, 300 s is enough")
    void atLeastFiveMinutes() {
        assertThat(finding(0)).isEqualTo("R2.12 REFUSE");
        assertThat(finding(299)).isEqualTo("R2.12 REFUSE");
        assertThat(message(299)).contains("不足5分钟", "请重新上传");
        assertThat(finding(300)).isEqualTo("R2.12 NOTE");
    }

    @Test
    @DisplayName("R2.12 600 s is still taken, 601 s is refused")
    void atMostTenMinutes() {
        assertThat(finding(600)).isEqualTo("R2.12 NOTE");
        assertThat(finding(601)).isEqualTo("R2.12 REFUSE");
        assertThat(message(601)).contains("超过10分钟", "请重新上传");
    }

    @Test
    @DisplayName("R2.12 a length that could not be read goes to a person")
    void unknown() {
        assertThat(finding(null)).isEqualTo("R2.12 REFER");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.12 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
