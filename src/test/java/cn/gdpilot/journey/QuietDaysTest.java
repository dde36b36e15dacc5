package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Reminders where days off are quiet, as in operation. */
@TestPropertySource(properties = "pilot.reminders.quiet-days=true")
class QuietDaysTest extends Journey {

    @Test
    @DisplayName("R4.3 fourteen days before a Sunday is a Sunday: that reminder goes out on the Friday before, once")
    void firstReminderOnADayOff() {
        givenFreshYear();
        LocalDate deadline = LocalDate.of(year, 12, 23).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        givenRoundUntil(deadline);
        LocalDate friday = deadline.minusDays(16);

        whenMorningOf(friday.minusDays(1));
        assertThat(reminders()).isEmpty();
        for (int day = 0; day <= 3; day++) {
            whenMorningOf(friday.plusDays(day));
            assertThat(reminders())
                    .as(friday.plusDays(day).toString())
                    .singleElement()
                    .asString()
                    .contains("还有 16 天");
        }
    }

    private void givenRoundUntil(LocalDate ministryDeadline) {
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年试点示范推荐",
                                "noticeNumber", "测试文号",
                                "cityDeadline", year + "-12-08T17:30",
                                "ministryDeadline", ministryDeadline + "T24:00"))
                .ok();
        thenRoundIsOpen();
    }

    private void whenMorningOf(LocalDate day) {
        whenClockShows("%02d-%02dT09:00:01".formatted(day.getMonthValue(), day.getDayOfMonth()));
    }

    private List<String> reminders() {
        return jdbc.sql("select subject from outbox where kind = 'reminder' and recipient = :to and round_id = :round")
                .param("to", "central-sample-power@example.org")
                .param("round", round)
                .query(String.class)
                .list();
    }
}
