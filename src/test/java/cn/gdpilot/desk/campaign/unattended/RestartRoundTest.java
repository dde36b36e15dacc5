package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.CampaignUnits;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.Deadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestartRoundTest {

    private static final Instant DEADLINE = Instant.parse("2026-12-08T09:30:00Z");

    private final Deadlines deadlines = mock(RETURNS_DEEP_STUBS);
    private final Recommendations recommendations = mock();
    private final RuntimeService runtime = mock();
    private final PilotClock clock = mock();
    private final RestartRound round =
            new RestartRound(mock(Rounds.class), deadlines, mock(CampaignUnits.class), recommendations, runtime, clock);

    @BeforeEach
    void given() {
        when(deadlines.ofCities("2026").deadline()).thenReturn(new Deadline(DEADLINE));
        when(recommendations.find(any(), any())).thenReturn(Optional.empty());
        when(clock.now()).thenReturn(DEADLINE);
    }

    @Test
    @DisplayName("R4.1 a second after the cities' deadline → refused, with what else to do")
    void late() {
        when(clock.now()).thenReturn(DEADLINE.plusSeconds(1));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> round.restart("2026"))
                .withMessageContaining("请从备份恢复，或将本批次作废后重新启动");
        verifyNoInteractions(runtime);
    }

    @Test
    @DisplayName("R3.5 the Department has its list already → refused")
    void departmentRanks() {
        when(recommendations.find("2026", Unit.DEPARTMENT)).thenReturn(Optional.of(mock(Recommendation.class)));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> round.restart("2026"));
        verifyNoInteractions(runtime);
    }
}
