package cn.gdpilot.desk.campaign.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.publicity.PublicityNeed;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing waits for the Department but a publicity; its deadline is the end of 12-20. */
class WorkLeftTest {

    private static final Instant DEADLINE = Instant.parse("2026-12-20T16:00:00Z");

    private final PublicityNeed publicity = mock();
    private final UnitDeadlines deadlines = mock();
    private final PilotClock clock = mock();
    private final WorkLeft work = new WorkLeft(
            mock(Recommendations.class), mock(), mock(DuplicatePairs.class), mock(), publicity, deadlines, clock);

    @BeforeEach
    void inTime() {
        when(deadlines.delivery("2026", "dept-44")).thenReturn(new Deadline(DEADLINE));
        when(clock.now()).thenReturn(DEADLINE.minusSeconds(1));
    }

    @Test
    @DisplayName("R3.5 the round makes lists public and none was → the review comes round again for it")
    void neverPublic() {
        assertThat(work.any("2026")).isFalse();

        when(publicity.neverPublic("2026", "dept-44")).thenReturn(true);
        assertThat(work.any("2026")).isTrue();
    }

    @Test
    @DisplayName("R4.3 the same after the Department's deadline → nothing is left to do")
    void afterTheDeadline() {
        when(publicity.neverPublic("2026", "dept-44")).thenReturn(true);
        when(clock.now()).thenReturn(DEADLINE.plusSeconds(1));

        assertThat(work.any("2026")).isFalse();
    }
}
