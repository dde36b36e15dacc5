package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as officers type them. */
class RoundDatesTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "2026-12-08T17:30, 2026-12-08T17:30:00",
        "2026-12-08 17:30, 2026-12-08T17:30:00",
        "2026-12-08T17:30:59, 2026-12-08T17:30:59",
        "2026-12-20T24:00, 2026-12-21T00:00:00",
        "2026-12-31T24:00, 2027-01-01T00:00:00",
        "2028-02-29T24:00, 2028-03-01T00:00:00",
        // Another zone's clock shows another hour for the same moment.
        "2026-12-08T17:30:00+09:00, 2026-12-08T16:30:00",
        "2026-12-08T09:30:00Z, 2026-12-08T17:30:00"
    })
    @DisplayName("R4.5 a typed date → Guangdong's time, 24:00 = the midnight that follows")
    void parsed(String typed, String moment) {
        assertThat(RoundDates.parse(typed)).isEqualTo(DeadlineFixture.at(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "下周",
                "2026-12-08",
                "2026-12-08T24:01",
                "2026-12-08T25:00",
                "2026-11-31T17:30",
                "2026-02-29T17:30",
                "2026-13-01T17:30",
                // A year that no database keeps.
                "+999999999-12-31T23:59",
                "+999999999-12-31T23:59:00+08:00",
                "-0001-12-31T23:59",
                "+10000-01-01T00:00"
            })
    @DisplayName("a date that does not exist → refused, never moved to another day")
    void refused(String typed) {
        assertThatThrownBy(() -> RoundDates.parse(typed)).isInstanceOf(DateTimeException.class);
    }
}
