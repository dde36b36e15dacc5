package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.Deadlines;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far a round is that has lost its own instance. */
class LostBranchesTest {

    private static final Instant NOW = Instant.parse("2026-12-10T02:00:00Z");

    private final Deadlines deadlines = mock(RETURNS_DEEP_STUBS);
    private final Recommendations recommendations = mock();
    private final RuntimeService runtime = mock(RETURNS_DEEP_STUBS);
    private final HistoryService history = mock(RETURNS_DEEP_STUBS);
    private final PilotClock clock = mock();
    private final LostBranches branches =
            new LostBranches(deadlines, recommendations, mock(), mock(), runtime, history, clock);

    @Test
    @DisplayName("R4.1 one city's window is open again, no opinion yet → the province goes on, not that city's day")
    void oneCityIsLater() {
        when(clock.now()).thenReturn(NOW);
        when(deadlines.ofSubmission(any(), any()).deadline()).thenReturn(new Deadline(NOW.minusSeconds(1)));
        when(deadlines.ofCities("2026").deadline()).thenReturn(new Deadline(NOW.plusSeconds(86_400)));
        when(recommendations.ofRound("2026")).thenReturn(List.of());
        assertThat(branches.of("2026")).contains(Branch.CITIES);

        when(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("province-review")
                        .processInstanceBusinessKey("2026")
                        .count())
                .thenReturn(1L);

        assertThat(branches.of("2026"))
                .contains(Branch.DEPARTMENT, Branch.COMMUNICATIONS)
                .doesNotContain(Branch.CITIES);
    }
}
