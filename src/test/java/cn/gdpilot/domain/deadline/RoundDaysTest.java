package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.RoundLists;
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

    private RoundDays days(String lines) throws IOException {
        Files.writeString(folder.resolve("round-days.csv"), lines);
        return new RoundDays(new RoundLists(new ReferenceFiles(folder)));
    }
}
