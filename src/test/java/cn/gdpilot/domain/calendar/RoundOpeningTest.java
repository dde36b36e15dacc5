package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundOpeningTest {

    @ParameterizedTest
    @CsvSource({"2026-12-08T09:30:00Z, 2026", "2026-12-31T16:00:00Z, 2026", "2026-12-31T16:00:01Z, 2027"})
    @DisplayName("R4.5 cities' deadline at 24:00 of 12-31 → round of the year that ends; a second later → of the next")
    void year(Instant cityDeadline, int year) {
        RoundOpening opening = new RoundOpening(
                "instance",
                "批次",
                "",
                cityDeadline,
                cityDeadline,
                false,
                "officer",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null);

        assertThat(opening.year()).isEqualTo(year);
    }
}
