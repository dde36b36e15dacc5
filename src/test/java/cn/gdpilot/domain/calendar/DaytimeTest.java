package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours at which people are reminded. */
class DaytimeTest {

    private final Daytime daytime =
            new Daytime(new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-08T08:00:00, 2026-12-08T08:00:00", "2026-12-08T20:00:05, 2026-12-08T20:00:05",
        "2026-12-08T21:00:00, 2026-12-09T08:00:00", "2026-12-08T07:59:59, 2026-12-08T08:00:00",
        "2026-12-04T23:00:00, 2026-12-07T08:00:00", "2026-09-30T22:00:00, 2026-10-08T08:00:00"
    })
    @DisplayName("by day at once, an evening's last call too; at night on the next working day's morning")
    void atOrAfter(LocalDateTime moment, LocalDateTime sent) {
        assertThat(daytime.atOrAfter(moment.atZone(PilotClock.GUANGDONG).toInstant()))
                .isEqualTo(sent.atZone(PilotClock.GUANGDONG).toInstant());
    }
}
