package cn.gdpilot.desk.recommendation.reminding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A returned application whose correction has an earlier day of its own. */
class WaitingApplicantsTest {

    private static final String CITY = "city-440100";
    private static final Deadline WINDOW = new Deadline(Instant.parse("2026-12-08T09:30:00Z"));

    private final Applications applications = mock();
    private final IntakeDays intakes = mock();
    private final UnitDeadlines deadlines = mock();
    private final CorrectionDates corrections = mock();
    private final Round round = mock();
    private final Application returned = mock();
    private final WaitingApplicants waiting = new WaitingApplicants(applications, intakes, deadlines, corrections);

    @BeforeEach
    void returned() {
        when(round.id()).thenReturn("2026");
        when(returned.state()).thenReturn(ApplicationState.RETURNED);
        when(applications.ofUnit(eq("2026"), eq(CITY), any())).thenReturn(List.of(returned));
        when(corrections.isOwn(returned)).thenReturn(true);
        when(corrections.window(returned)).thenReturn(WINDOW);
    }

    @Test
    @DisplayName("R4.6 its own day is still ahead → not reminded of the unit's deadline as well")
    void ahead() {
        assertThat(waiting.of(round, CITY)).isEmpty();
    }

    @Test
    @DisplayName("R4.6 its own day has passed, the unit's deadline has not → reminded of that one")
    void passed() {
        when(corrections.isPassed(returned)).thenReturn(true);

        assertThat(waiting.of(round, CITY)).containsOnlyKeys(WINDOW);
    }
}
