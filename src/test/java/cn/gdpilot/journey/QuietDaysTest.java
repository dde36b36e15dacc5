package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Days off are quiet. */
class QuietDaysTest extends Journey {

    @Test
    @DisplayName("R4.3 fourteen days before a Sunday is a Sunday: that reminder goes out on the Friday before, once")
    void firstReminderOnADayOff() {
        givenRoundUntil("12-19T24:00");

        whenClockShows("12-02T09:00:01");
        assertThat(reminders()).isEmpty();
        for (int day = 3; day <= 6; day++) {
            whenClockShows("12-%02dT09:00:01".formatted(day));
            assertThat(reminders())
                    .as("12-%02d".formatted(day))
                    .singleElement()
                    .asString()
                    .contains("还有 16 天");
        }
    }

    private void givenRoundUntil(String ministryDeadline) {
        givenFreshYear();
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年试点示范推荐",
                                "noticeNumber", "测试文号",
                                "cityDeadline", year + "-12-08T17:30",
                                "ministryDeadline", year + "-" + ministryDeadline))
                .ok();
        thenRoundIsOpen();
    }

    private List<String> reminders() {
        return jdbc.sql("select subject from outbox where kind = 'reminder' and recipient = :to and round_id = :round")
                .param("to", "central-sample-power@example.org")
                .param("round", round)
                .query(String.class)
                .list();
    }
}
