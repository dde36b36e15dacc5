package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

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
            "round,period,days\n,COMMUNICATIONS_REVIEW,5\n,ARRIVAL_EVIDENCE,5\n,CORRECTION,5\n";

    @TempDir
    Path folder;

    @Test
    @DisplayName("a line that names a round → holds for that round, the line of all rounds for the others")
    void ownLine() throws IOException {
        RoundDays days = days(ALL + ",MINISTRY_REVIEW,30\n2026,MINISTRY_REVIEW,45\n");

        assertThat(days.of("2026", Period.MINISTRY_REVIEW)).isEqualTo(45);
        assertThat(days.of("2027", Period.MINISTRY_REVIEW)).isEqualTo(30);
    }

    @Test
    @DisplayName("a period without a line of all rounds, or of no day → the list is not used, the shipped one is")
    void broken() throws IOException {
        assertThat(days(ALL + "2026,MINISTRY_REVIEW,45\n").of("2026", Period.MINISTRY_REVIEW))
                .isEqualTo(30);
        assertThat(days(ALL + ",MINISTRY_REVIEW,0\n").of("2026", Period.MINISTRY_REVIEW))
                .isEqualTo(30);
    }

    private RoundDays days(String lines) throws IOException {
        Files.writeString(folder.resolve("round-days.csv"), lines);
        return new RoundDays(new ReferenceFiles(folder));
    }
}
