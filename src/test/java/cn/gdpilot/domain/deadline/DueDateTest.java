package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that hangs on a date, at the boundaries of days, holidays and years. 2026-12-08 is a Tuesday. */
class DueDateTest {

    private static final String LONG_BEFORE = "2026-01-05T08:00:00";

    private final WorkingDays shipped = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);

    @ParameterizedTest(name = "{0}: first late second {1}, comes to mind {2}")
    @CsvSource({
        "2026-12-08T17:30:00, 2026-12-08T17:30:01, 2026-12-01T17:30:00",
        "2026-12-21T00:00:00, 2026-12-21T00:00:01, 2026-12-14T00:00:00",
        "2027-01-01T00:00:00, 2027-01-01T00:00:01, 2026-12-25T00:00:00",
        "2026-12-31T23:59:59, 2027-01-01T00:00:00, 2026-12-24T23:59:59",
        "2027-01-03T12:00:00, 2027-01-03T12:00:01, 2026-12-27T12:00:00"
    })
    @DisplayName("R4.1 R4.3 a date → its last second, the second after, a week before")
    void parts(String lastMoment, String after, String followUp) {
        DueDate date = of(lastMoment, LONG_BEFORE);
        assertThat(date.due()).isEqualTo(at(lastMoment));
        assertThat(date.after()).isEqualTo(at(after));
        assertThat(date.followUp()).isEqualTo(at(followUp));
    }

    @ParameterizedTest(name = "{0} seen at {1}: {2}")
    @CsvSource({
        // Two weeks before the 8th is Tuesday 11-24: fifteen mornings, the 8th included.
        "2026-12-08T17:30:00, 2026-11-01T00:00:00, R15/2026-11-24T09:00",
        // 24:00 of 12-20 belongs to the 20th; its first day 12-06 is a Sunday, so Friday 12-04 sends it.
        "2026-12-21T00:00:00, 2026-11-01T00:00:00, R17/2026-12-04T09:00",
        // Nine sharp is still ahead; a second later the next morning is.
        "2026-12-08T17:30:00, 2026-12-08T09:00:00, R1/2026-12-08T09:00",
        "2026-12-08T17:30:00, 2026-12-07T09:00:01, R1/2026-12-08T09:00",
        // None is ahead: one time after the date, which never comes.
        "2026-12-08T17:30:00, 2026-12-08T09:00:01, R1/2026-12-09T09:00",
        // Fourteen days before 10-21 lies in the holiday of October: the last working day is 09-30.
        "2026-10-21T17:30:00, 2026-09-01T00:00:00, R22/2026-09-30T09:00",
        // Over the year's end, whose holiday notice is not entered yet: weekends alone count.
        "2027-01-08T17:30:00, 2026-12-01T00:00:00, R15/2026-12-25T09:00"
    })
    @DisplayName("reminders → nine o'clock of the last fourteen days still ahead")
    void reminders(String lastMoment, String now, String cycle) {
        assertThat(of(lastMoment, now).reminders()).isEqualTo(cycle + "+08:00/P1D");
    }

    @Test
    @DisplayName("work that nothing closes → reminders go on for fourteen days after its date")
    void overdue() {
        DueDate work = new DueDate(
                deadline("2026-12-08T17:30:00"),
                deadline("2026-12-08T17:30:00"),
                true,
                shipped,
                () -> instant("2026-12-08T09:00:01"),
                14);
        assertThat(work.reminders()).isEqualTo("R14/2026-12-09T09:00+08:00/P1D");
    }

    @ParameterizedTest(name = "{0}: last call {1}")
    @CsvSource({
        "2026-12-08T17:30:00, 2026-12-08T15:30:00",
        // 22:00 is night: the evening before midnight; 12-20 is a Sunday, so Friday evening.
        "2026-12-21T00:00:00, 2026-12-18T20:00:00",
        "2026-12-16T00:00:00, 2026-12-15T20:00:00",
        "2026-12-08T22:00:00, 2026-12-08T20:00:00",
        "2026-12-08T22:00:01, 2026-12-08T20:00:00",
        // Two hours before 09:30 is 07:30, before anybody works: the evening before.
        "2026-12-08T09:30:00, 2026-12-07T20:00:00",
        "2026-12-08T10:00:00, 2026-12-08T08:00:00",
        // Monday 09:30: the evening of Friday.
        "2026-12-07T09:30:00, 2026-12-04T20:00:00",
        "2026-10-08T09:30:00, 2026-09-30T20:00:00"
    })
    @DisplayName("last call → two hours before, by day, on a working day")
    void lastCall(String lastMoment, String call) {
        assertThat(of(lastMoment, LONG_BEFORE).lastCall()).isEqualTo(at(call));
    }

    @ParameterizedTest(name = "own day {0} seen at {1}: {2}")
    @CsvSource({
        "2026-12-04T17:30:00, 2026-11-29T09:00:00, R2/2026-12-04T15:30+08:00/PT345600S",
        // The own day's moment has passed: the notice's alone is ahead.
        "2026-12-04T17:30:00, 2026-12-04T15:30:00, R1/2026-12-08T15:30+08:00/PT7200S",
        "2026-12-08T17:30:00, 2026-11-29T09:00:00, R1/2026-12-08T15:30+08:00/PT7200S",
        // Both have: at once.
        "2026-12-04T17:30:00, 2026-12-08T16:00:00, R1/2026-12-08T16:00:02+08:00/PT7200S"
    })
    @DisplayName("R4.6 last calls → before the unit's own day and before the notice's, as far as they are ahead")
    void lastCalls(String own, String now, String cycle) {
        DueDate date =
                new DueDate(deadline("2026-12-08T17:30:00"), deadline(own), false, shipped, () -> instant(now), 14);

        assertThat(date.lastCalls()).isEqualTo(cycle);
    }

    @Test
    @DisplayName("R4.1 a later date granted → all parts move with it")
    void extended() {
        DueDate extended = new DueDate(
                deadline("2026-12-08T17:30:00").orLater(instant("2026-12-10T12:00:00")),
                deadline("2026-12-08T17:30:00").orLater(instant("2026-12-10T12:00:00")),
                false,
                shipped,
                () -> instant(LONG_BEFORE),
                14);
        assertThat(extended.due()).isEqualTo(at("2026-12-10T12:00:00"));
        assertThat(extended.lastCall()).isEqualTo(at("2026-12-10T10:00:00"));
        assertThat(extended.reminders()).startsWith("R15/2026-11-26T09:00");
    }

    @ParameterizedTest(name = "{0}, overdue too {1}: {2}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "2026-12-08T17:30:00, false, nothing",
                "2026-12-21T00:00:00, false, nothing",
                // 24:00 of the year's last day belongs to that year.
                "2027-01-01T00:00:00, false, nothing",
                "2027-01-01T00:00:01, false, 2027",
                // Work is reminded for two weeks after its date: 12-17 is the last day that stays in the year.
                "2026-12-17T17:30:00, true, nothing",
                "2026-12-18T17:30:00, true, 2027",
                "2027-01-20T00:00:00, true, 2027",
                // Reminders of January begin in the year before, of which the list of this trial knows nothing.
                "2026-01-08T17:30:00, false, 2025"
            })
    @DisplayName("a date reaches into a year whose make-up days are not listed → said in plain words")
    void calendarNote(String lastMoment, boolean overdue, String year) {
        DueDate date = new DueDate(
                deadline(lastMoment), deadline(lastMoment), overdue, shipped, () -> instant(LONG_BEFORE), 14);
        if (year == null) {
            assertThat(date.calendarNote()).isEmpty();
        } else {
            assertThat(date.calendarNote())
                    .hasValueSatisfying(words -> assertThat(words)
                            .contains("工作日历还没有" + year + "年完整的放假和补班安排")
                            .contains("holidays.csv"));
        }
    }

    @ParameterizedTest(name = "{0} without the year: {1}")
    @CsvSource({
        // Two hours before 09:30 is before work; Friday 01-01 counts as a working day while nobody lists it.
        "2027-01-04T09:30:00, 2027-01-01T20:00:00",
        "2027-01-05T09:30:00, 2027-01-04T20:00:00"
    })
    @DisplayName("the list lacks the whole year → weekdays alone count")
    void withoutTheYear(String lastMoment, String call, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("holidays.csv"), "date,kind,name,source\n2026-01-04,WORKDAY,元旦补班,示例\n");
        WorkingDays lacking = new WorkingDays(new ReferenceFiles(folder), true);
        DueDate date =
                new DueDate(deadline(lastMoment), deadline(lastMoment), false, lacking, () -> instant(LONG_BEFORE), 14);
        assertThat(date.lastCall()).isEqualTo(at(call));
        assertThat(date.calendarNote())
                .hasValueSatisfying(words -> assertThat(words).contains("2027年"));
    }

    @Test
    @DisplayName("next year's make-up days are entered → nothing is said any more")
    void entered(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("holidays.csv"),
                "date,kind,name,source\n2026-01-04,WORKDAY,元旦补班,示例\n2027-02-14,WORKDAY,春节补班,示例\n");
        WorkingDays complete = new WorkingDays(new ReferenceFiles(folder), true);
        assertThat(new DueDate(
                                deadline("2027-01-20T00:00:00"),
                                deadline("2027-01-20T00:00:00"),
                                true,
                                complete,
                                () -> instant(LONG_BEFORE),
                                14)
                        .calendarNote())
                .isEmpty();
    }

    private DueDate of(String lastMoment, String now) {
        return new DueDate(deadline(lastMoment), deadline(lastMoment), false, shipped, () -> instant(now), 14);
    }

    private static Deadline deadline(String lastMoment) {
        return new Deadline(instant(lastMoment));
    }

    private static Date at(String local) {
        return Date.from(instant(local));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(PilotClock.GUANGDONG).toInstant();
    }
}
