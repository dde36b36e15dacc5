package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is returned comes back by a day of its own; when it passes, a person at the unit decides. */
class CorrectionDayTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String DECIDE = "UserTask_DecideCorrection";

    @Test
    @DisplayName(
            "R2.13 correction's day comes → applicant reminded; passes → unit sets a later one, what comes late counts, the other is refused")
    void passes() {
        givenRound();
        Submitted late = givenReturned("变压器油色谱监测");
        Submitted silent = givenReturned("玻璃窑炉优化");
        whenClockShows("12-06T17:00:00");
        assertThat(tasks(CITY, DECIDE)).isEmpty();
        assertThat(lettersTo(late.applicant().email())).anyMatch(subject -> subject.contains("尚待补正"));

        whenClockShows("12-06T17:30:01");
        assertThat(tasks(CITY, DECIDE)).hasSize(2);
        whenDecided(late, Map.of("outcome", "EXTEND", "correctUntil", year + "-12-07", "grounds", "邮寄在途"));
        whenDecided(silent, Map.of("outcome", "CLOSE", "grounds", "多次联系未果"));
        assertThat(state(silent.id())).isEqualTo(ApplicationState.REFUSED);
        assertThat(lettersTo(silent.applicant().email())).anyMatch(subject -> subject.contains("不予受理"));

        whenClockShows("12-07T17:30:01");
        assertThat(tasks(CITY, DECIDE)).hasSize(1);
        late.applicant().client().submit(late.id(), "again").ok();
        settle();
        assertThat(tasks(CITY, DECIDE)).isEmpty();
        whenAccepted(CITY, late.id());
        assertThat(state(late.id())).isEqualTo(ApplicationState.ACCEPTED);
    }

    private void whenDecided(Submitted project, Map<String, String> answers) {
        complete(CITY, DECIDE, taskOf(project.id()), answers).ok();
    }

    private Submitted givenReturned(String project) {
        Submitted submitted = givenSubmitted(CITY, "T01", project);
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(submitted.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充承诺函"))
                .ok();
        return submitted;
    }
}
