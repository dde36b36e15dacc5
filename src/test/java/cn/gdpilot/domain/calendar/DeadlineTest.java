package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second in time: a deadline is judged to the second, as receipts show it. */
class DeadlineTest {

    @ParameterizedTest(name = "{0}: {1} in time {2}")
    @CsvSource({
        "2026-12-08T17:30:00, 2026-12-08T17:29:59.999999999, true",
        "2026-12-08T17:30:00, 2026-12-08T17:30:00.000000000, true",
        "2026-12-08T17:30:00, 2026-12-08T17:30:00.000000001, true",
        "2026-12-08T17:30:00, 2026-12-08T17:30:00.999999999, true",
        "2026-12-08T17:30:00, 2026-12-08T17:30:01.000000000, false",
        "2026-12-08T17:30:00, 2026-12-09T08:00:00.000000000, false",
        // 24:00 of 12-20 is the midnight that follows, whose first second is still in time.
        "2026-12-21T00:00:00, 2026-12-20T23:59:59.999999999, true",
        "2026-12-21T00:00:00, 2026-12-21T00:00:00.000000000, true",
        "2026-12-21T00:00:00, 2026-12-21T00:00:00.999999999, true",
        "2026-12-21T00:00:00, 2026-12-21T00:00:01.000000000, false",
        // 24:00 of the year's last day.
        "2027-01-01T00:00:00, 2026-12-31T23:59:59.999999999, true",
        "2027-01-01T00:00:00, 2027-01-01T00:00:00.999999999, true",
        "2027-01-01T00:00:00, 2027-01-01T00:00:01.000000000, false"
    })
    @DisplayName("R4.1 R4.3 the deadline's own second → in time, the next one → late")
    void includes(LocalDateTime lastMoment, LocalDateTime arrival, boolean inTime) {
        assertThat(new Deadline(instant(lastMoment)).includes(instant(arrival))).isEqualTo(inTime);
    }

    @ParameterizedTest(name = "{0} or {1}: {2}")
    @CsvSource({
        "2026-12-08T17:30:00, 2026-12-10T17:30:00, 2026-12-10T17:30:00",
        "2026-12-08T17:30:00, 2026-12-08T17:30:01, 2026-12-08T17:30:01",
        "2026-12-08T17:30:00, 2026-12-08T17:30:00, 2026-12-08T17:30:00",
        "2026-12-08T17:30:00, 2026-12-07T17:30:00, 2026-12-08T17:30:00"
    })
    @DisplayName("R4.1 a date of a unit's own → counts only where it is later")
    void orLater(LocalDateTime general, LocalDateTime own, LocalDateTime binding) {
        assertThat(new Deadline(instant(general)).orLater(instant(own)).lastMoment())
                .isEqualTo(instant(binding));
    }

    @ParameterizedTest(name = "{0} seen at {1}: {2} days")
    @CsvSource({
        "2026-12-08T17:30:00, 2026-12-01T23:59:59, 7",
        "2026-12-08T17:30:00, 2026-12-08T00:00:00, 0",
        "2026-12-08T17:30:00, 2026-12-09T00:00:00, -1",
        "2026-12-21T00:00:00, 2026-12-20T23:59:59, 0",
        "2026-12-21T00:00:00, 2026-12-21T00:00:00, -1",
        "2027-01-01T00:00:00, 2026-12-31T12:00:00, 0",
        "2027-01-01T00:00:01, 2026-12-31T12:00:00, 1"
    })
    @DisplayName("days left → whole days, and a deadline at 24:00 belongs to the day that it ends")
    void daysLeft(LocalDateTime lastMoment, LocalDateTime now, int days) {
        assertThat(new Deadline(instant(lastMoment)).daysLeft(instant(now))).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-08T17:30:00, 2026年12月8日 17:30",
        "2026-12-21T00:00:00, 2026年12月20日 24:00",
        "2027-01-01T00:00:00, 2026年12月31日 24:00",
        "2027-01-01T00:01:00, 2027年1月1日 00:01"
    })
    @DisplayName("R4.5 midnight → told as 24:00 of the day that it ends")
    void text(LocalDateTime lastMoment, String text) {
        assertThat(new Deadline(instant(lastMoment)).text()).isEqualTo(text);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(PilotClock.GUANGDONG).toInstant();
    }
}
