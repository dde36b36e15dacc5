package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which people are reminded: working days of the offices, by the shipped list. */
class WorkingDaysTest {

    @TempDir
    private Path folder;

    private final WorkingDays shipped = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-09-30, true", "2026-10-01, false", "2026-10-07, false", "2026-10-08, true", "2026-10-10, true",
                "2026-10-11, false",
        "2026-02-14, true", "2026-02-16, false", "2026-02-28, true", "2026-12-05, false", "2026-12-08, true",
                "2027-02-05, false"
    })
    @DisplayName("holidays are off, make-up days are not, whatever the weekday")
    void holidays(LocalDate day, boolean works) {
        assertThat(shipped.isWorkingDay(day)).isEqualTo(works);
    }

    @Test
    @DisplayName(
            "reminders of days off go out on the working day before, those of a working day on it, none on a day off")
    void remindedBefore() {
        assertThat(shipped.remindedOn(LocalDate.parse("2026-12-03"))).containsExactly(LocalDate.parse("2026-12-03"));
        assertThat(shipped.remindedOn(LocalDate.parse("2026-12-04")))
                .containsExactly(
                        LocalDate.parse("2026-12-04"), LocalDate.parse("2026-12-05"), LocalDate.parse("2026-12-06"));
        assertThat(shipped.remindedOn(LocalDate.parse("2026-12-05"))).isEmpty();
        assertThat(shipped.remindedOn(LocalDate.parse("2026-09-30"))).hasSize(8);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-12-07, 1, 2026-12-08",
        "2026-12-04, 1, 2026-12-07",
        "2026-12-09, 5, 2026-12-16",
        "2026-09-30, 3, 2026-10-10",
        "2026-10-09, 1, 2026-10-10"
    })
    @DisplayName(
            "periods count working days from the next day on, over weekends, holidays and make-up days, whatever is set for reminders")
    void after(LocalDate from, int days, LocalDate last) {
        WorkingDays loud = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), false);
        assertThat(shipped.after(from, days)).isEqualTo(last);
        assertThat(loud.after(from, days)).isEqualTo(last);
    }

    @Test
    @DisplayName("every day's reminders go out exactly once, over a whole year")
    void eachDayOnce() {
        LocalDate first = LocalDate.parse("2026-01-05");
        assertThat(first.datesUntil(LocalDate.parse("2027-01-01")).flatMap(shipped::remindedOn))
                .containsExactlyElementsOf(
                        first.datesUntil(LocalDate.parse("2027-01-04")).toList());
    }

    @Test
    @DisplayName("the list is read again when it changes; a broken one is not used, and the last good one stays")
    void readAgain() throws IOException {
        WorkingDays days = new WorkingDays(new ReferenceFiles(folder), true);
        LocalDate typhoon = LocalDate.parse("2026-12-07");
        write("date,kind,name,source\n2026-12-07,HOLIDAY,台风停工,示例\n", 1);
        assertThat(days.isWorkingDay(typhoon)).isFalse();
        write("date,kind,name,source\n2026-12-07,HALF,写错,示例\n", 2);
        assertThat(days.isWorkingDay(typhoon)).isFalse();
        write("date,kind,name,source\n2026-12-07,WORKDAY,照常上班,示例\n".getBytes(Charset.forName("GBK")), 3);
        assertThat(days.isWorkingDay(typhoon)).as("as Excel saves it").isFalse();
        write("date,kind,name,source\n", 4);
        assertThat(days.isWorkingDay(typhoon)).isTrue();
    }

    private void write(String list, int second) throws IOException {
        write(list.getBytes(StandardCharsets.UTF_8), second);
    }

    private void write(byte[] list, int second) throws IOException {
        Path file = folder.resolve("holidays.csv");
        Files.write(file, list);
        assertThat(file.toFile().setLastModified(second * 1000L)).isTrue();
    }
}
