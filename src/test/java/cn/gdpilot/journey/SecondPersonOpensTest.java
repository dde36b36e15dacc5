package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import cn.gdpilot.running.OtherSetting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A round opens by two people of the Department, as in production. */
@OtherSetting(value = "pilot.rounds.second-person=true", readBy = "openingRequests")
class SecondPersonOpensTest extends Journey {

    @Test
    @DisplayName("the lead confirms what the handler started → the round opens, before that it does not")
    void confirmed() {
        givenFreshYear();
        whenStarted();
        assertThat(roundsOfTheYear()).isEmpty();

        whenAnswered("CONFIRM");

        assertThat(roundsOfTheYear())
                .singleElement()
                .satisfies(round -> assertThat(round.open()).isTrue());
        assertThat(lettersTo("city-440100@example.org")).isNotEmpty();
    }

    @Test
    @DisplayName("the lead declines what the handler started → no round, and the process has ended")
    void declined() {
        givenFreshYear();
        whenStarted();

        whenAnswered("DECLINE");

        assertThat(roundsOfTheYear()).isEmpty();
        assertThat(officer("dept-44-lead").tasks("UserTask_ConfirmOpening")).isEmpty();
    }

    private void whenStarted() {
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年试点示范推荐",
                                "noticeNumber", "测试文号",
                                "cityDeadline", year + "-12-08T17:30",
                                "ministryDeadline", year + "-12-20T24:00"))
                .ok();
    }

    private void whenAnswered(String outcome) {
        List<Task> tasks = officer("dept-44-lead").tasks("UserTask_ConfirmOpening");
        assertThat(tasks).hasSize(1);
        officer("dept-44-lead")
                .complete(tasks.get(0), Map.of("outcome", outcome, "grounds", "文号有误"))
                .ok();
        settle();
    }

    private List<Round> roundsOfTheYear() {
        return rounds.all().stream().filter(round -> round.roundYear() == year).toList();
    }
}
