package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026 is entered, 2027 is not. */
class EstimatesTest {

    private static final String HEADS = "date,kind,name,source,known_since\n";

    @TempDir
    Path folder;

    private final PilotClock clock = mock();

    @ParameterizedTest
    @CsvSource({
        "2026-12-20T00:00:00Z, 2026-12-31T16:00:00Z, ''",
        "2026-12-20T00:00:00Z, 2026-12-31T16:00:01Z, （估算）",
        "2026-12-20T00:00:00Z, 2027-01-08T16:00:00Z, （估算）"
    })
    @DisplayName("R4.5 date of a year whose holidays are not entered → marked; the end of 12-31 is not")
    void marked(Instant from, Instant until, String mark) throws IOException {
        assertThat(estimates("2026-02-14,WORKDAY,补班,示例,\n").mark(from, until)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, ", "2026-11-01, 2027", "2026-12-31, 2027", "2027-03-01, 2027"})
    @DisplayName("R4.5 next year's notice not entered → asked for from November on")
    void asked(LocalDate today, Integer year) throws IOException {
        when(clock.today()).thenReturn(today);

        assertThat(estimates("2026-02-14,WORKDAY,补班,示例,\n").missingYear().orElse(null))
                .isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-30, 5", "2026-12-28, 10", "2027-01-05, 5"})
    @DisplayName("R4.5 notice entered after a period began → its last day moves later or stays, never earlier")
    void laterOnly(LocalDate begin, int days) throws IOException {
        LocalDate estimated = days("2027-01-01,HOLIDAY,元旦,示例,\n").after(begin, days);

        LocalDate entered = days("""
                2027-01-01,HOLIDAY,元旦,示例,
                2027-01-04,HOLIDAY,元旦,示例,
                2027-01-02,WORKDAY,补班,示例,2027-01-06
                2027-01-09,WORKDAY,补班,示例,2027-01-06
                """).after(begin, days);

        assertThat(entered).isAfterOrEqualTo(estimated);
    }

    @Test
    @DisplayName("R4.5 make-up day that was known when the period began → counts")
    void known() throws IOException {
        String saturday = "2027-01-09,WORKDAY,补班,示例,2026-11-05\n";

        assertThat(days(saturday).after(LocalDate.parse("2027-01-08"), 1)).isEqualTo("2027-01-09");
    }

    @Test
    @DisplayName("R4.5 make-up day from 2027 on without the day since when it is known → the list is not taken")
    void undated() throws IOException {
        WorkingDays days = days("2026-02-14,WORKDAY,补班,示例,\n");
        Files.writeString(folder.resolve("holidays.csv"), HEADS + "2027-01-09,WORKDAY,补班,示例,\n");
        assertThat(folder.resolve("holidays.csv").toFile().setLastModified(9000))
                .isTrue();

        assertThat(days.isWorkingDay(LocalDate.parse("2027-01-09"))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.parse("2026-02-14"))).isTrue();
    }

    private Estimates estimates(String rows) throws IOException {
        return new Estimates(days(rows), clock);
    }

    private WorkingDays days(String rows) throws IOException {
        Files.writeString(folder.resolve("holidays.csv"), HEADS + rows);
        return new WorkingDays(new ReferenceFiles(folder), true);
    }
}
