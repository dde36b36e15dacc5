package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-24T23:59:59, 2026-12-24 24:00",
        "2026-12-24T23:59:59.999999999, 2026-12-24 24:00",
        "2026-12-24T23:59:58, 2026-12-24 23:59:58",
        "2026-12-24T17:30:00, 2026-12-24 17:30:00"
    })
    @DisplayName("R4.5 last moment at a day's end → 24:00, as the notices write it")
    void until(String last, String words) {
        assertThat(new Times()
                        .until(LocalDateTime.parse(last)
                                .atZone(PilotClock.GUANGDONG)
                                .toInstant()))
                .isEqualTo(words);
    }
}
