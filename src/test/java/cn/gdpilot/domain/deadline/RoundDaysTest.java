package cn.gdpilot.domain.deadline;

import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundDaysTest {

    private static final String ALL =
            "round,period,length,unit\n,COMMUNICATIONS_REVIEW,5,WORKING_DAYS\n,ARRIVAL_EVIDENCE,5,WORKING_DAYS\n,CORRECTION,5,WORKING_DAYS\n,PILOT_TERM,3,YEARS\n,REMINDERS,21,DAYS\n";

    @TempDir
    Path folder;

    @Test
    @DisplayName("a line that names a round → holds for that round, the line of all rounds for the others")
    void ownLine() throws IOException {
        RoundDays days = days(ALL + ",MINISTRY_REVIEW,30,DAYS\n2026,MINISTRY_REVIEW,45,DAYS\n");

        assertThat(days.of("2026", Period.MINISTRY_REVIEW)).isEqualTo(45);
        assertThat(days.of("2027", Period.MINISTRY_REVIEW)).isEqualTo(30);
    }

    @Test
    @DisplayName("a period without a line of all rounds, or of no day → the list is not used, the shipped one is")
    void broken() throws IOException {
        assertThat(days(ALL + "2026,MINISTRY_REVIEW,45,DAYS\n").of("2026", Period.MINISTRY_REVIEW))
                .isEqualTo(30);
        assertThat(days(ALL + ",MINISTRY_REVIEW,0,DAYS\n").of("2026", Period.MINISTRY_REVIEW))
                .isEqualTo(30);
    }

    @Test
    @DisplayName("R3.8 a pilot's term in years → of the list; counted in another unit → the list is not used")
    void term() throws IOException {
        assertThat(days(ALL + ",MINISTRY_REVIEW,30,DAYS\n").of("2027", Period.PILOT_TERM))
                .isEqualTo(3);
        assertThat(days(ALL.replace("3,YEARS", "3,DAYS") + ",MINISTRY_REVIEW,30,DAYS\n")
                        .of("2027", Period.PILOT_TERM))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("days of reminders of one round → its timers begin so much earlier, others' do not")
    void reminders() throws IOException {
        RoundDays days = days(ALL + ",MINISTRY_REVIEW,30,DAYS\n2026,REMINDERS,3,DAYS\n");
        PilotClock clock = mock();
        when(clock.now()).thenReturn(at("11-02T09:00:00"));
        DueDates dates = new DueDates(new WorkingDays(new ReferenceFiles(folder), true), clock, days);
        Deadline city = deadline("12-08T17:30:00");

        assertThat(dates.of("2026", city).reminders())
                .isNotEqualTo(dates.of("2027", city).reminders());
        assertThat(dates.of(null, city).reminders())
                .isEqualTo(dates.of("2027", city).reminders());
    }

    private RoundDays days(String lines) throws IOException {
        Files.writeString(folder.resolve("round-days.csv"), lines);
        return new RoundDays(new RoundLists(new ReferenceFiles(folder)));
    }
}
