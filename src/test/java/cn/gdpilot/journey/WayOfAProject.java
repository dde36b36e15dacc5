package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ways a project can take, each walked through the real engine over HTTP; run on H2 and on PostgreSQL. */
abstract class WayOfAProject extends Journey {

    @Test
    @DisplayName("R3.1 R3.5 R3.8 a city's project goes to the Department, to the ministry, is selected and becomes a pilot")
    void upToThePilotRegister() {
        givenRound();
        Submitted project = givenAccepted("city-440100", "T01", "注塑装备数字孪生");

        whenListed("city-440100", List.of(project.id()));
        registerArrival("dept-44", "city-440100").ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);

        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        assertThat(state(project.id())).isEqualTo(ApplicationState.REVIEWED);

        whenListed("dept-44", List.of(project.id()));
        registerArrival("ministry", "dept-44").ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);

        whenMinistrySelects();

        assertThat(state(project.id())).isEqualTo(ApplicationState.PILOT);
        assertThat(pilots.count(round)).isEqualTo(1);
        assertThat(lettersTo(project.applicant().email())).anyMatch(subject -> subject.contains("入选"));
    }

    /** What is still open misses the ministry's day; then the ministry reviews, selects what passed and publishes. */
    void whenMinistrySelects() {
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        Task decide = officer("ministry-lead").tasks("UserTask_DecideSelection").get(0);
        String proposal = officer("ministry-lead").variable(decide, "selection");
        Answer decided = officer("ministry-lead").complete(decide, Map.of("selection", proposal, "grounds", "综合评审"));
        decided.ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH")).ok();
    }
}
