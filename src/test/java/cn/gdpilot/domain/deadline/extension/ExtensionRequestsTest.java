package cn.gdpilot.domain.deadline.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExtensionRequestsTest extends DataTest {

    @Autowired
    ExtensionRequests requests;

    @Test
    @DisplayName("R4.1 taken back → in nobody's way, and no longer to be decided")
    void withdrawn() {
        Round round = givenRound();
        Instant was = round.cityDeadline();
        requests.add(round.id(), null, DeadlineKind.CITY, was, was.plusSeconds(60), "台风", false, "dept-44");
        long id = requests.of(round.id()).get(0).id();
        assertThat(requests.waits(round.id(), null, DeadlineKind.CITY, was, false))
                .isTrue();

        requests.withdraw(id);

        assertThat(requests.waits(round.id(), null, DeadlineKind.CITY, was, false))
                .isFalse();
        assertThatThrownBy(() -> requests.take(id)).hasMessageContaining("已经审批或撤回");
    }
}
