package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPlanTest {

    private static final WorkingDays DAYS = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);
    private static final ReviewPlan FIVE_DAYS =
            new ReviewPlan("2026", UnitType.DEPARTMENT, true, 3, 15, 5, true, Average.MEAN);

    @ParameterizedTest(name = "asked {0}, latest {1} → {2}")
    @CsvSource({
        // A Sunday is no day to answer on: Monday.
        "2026-12-08T17:33:21, , 2026-12-14T23:59:59",
        "2026-12-09T00:00:00, , 2026-12-14T23:59:59",
        "2026-12-10T23:59:59, , 2026-12-15T23:59:59",
        "2026-12-08T17:33:21, 2026-12-21T00:00:00, 2026-12-14T23:59:59",
        "2026-12-08T17:33:21, 2026-12-11T00:00:00, 2026-12-10T23:59:59"
    })
    @DisplayName("R4.3 expert asked → answer due at 24:00 of a working day, not beyond the ministry's deadline")
    void answerBy(String asked, String latest, String due) {
        assertThat(FIVE_DAYS.answerBy(at(asked), latest == null ? null : at(latest), DAYS))
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "asked {0}, due {1} → {2}")
    @CsvSource({
        // Saturday and Sunday: Friday.
        "2026-12-08T17:33:21, 2026-12-14T23:59:59, 2026-12-11T09:00:00",
        "2026-12-08T17:33:21, 2026-12-15T23:59:59, 2026-12-11T09:00:00",
        "2026-12-08T17:33:21, 2026-12-16T23:59:59, 2026-12-14T09:00:00",
        // Asked on that Friday, after nine: not at once, on the last day.
        "2026-12-11T10:00:00, 2026-12-14T23:59:59, 2026-12-14T09:00:00"
    })
    @DisplayName("expert reminded two days before → in the morning of a working day, not at night")
    void remindAt(String asked, String due, String reminded) {
        assertThat(ReviewPlan.remindAt(at(asked), at(due), Duration.ofDays(2), DAYS))
                .isEqualTo(at(reminded));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }
}
