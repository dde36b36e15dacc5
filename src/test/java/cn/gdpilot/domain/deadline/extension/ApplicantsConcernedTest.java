package cn.gdpilot.domain.deadline.extension;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The notice's day of a city is later now: 12-10. */
class ApplicantsConcernedTest {

    private static final Deadline NOTICE = deadline("12-10T17:30:00");

    private final UnitDeadlines deadlines = mock();
    private final IntakeDays intakes = mock();
    private final Applications applications = mock();
    private final PilotClock clock = mock();
    private final Application draft = mock();
    private final Application returned = mock();
    private final ApplicantsConcerned concerned = new ApplicantsConcerned(deadlines, intakes, applications, clock);

    @BeforeEach
    void drafts() {
        when(clock.now()).thenReturn(at("12-06T09:00:00"));
        when(deadlines.submission(any(), eq(MAOMING.id()))).thenReturn(NOTICE);
        when(intakes.orEarlier("2026", MAOMING.id(), NOTICE)).thenReturn(NOTICE);
        when(applications.ofUnit("2026", MAOMING.id(), Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED)))
                .thenReturn(List.of(draft, returned));
        when(applications.ofUnit("2026", MAOMING.id(), Set.of(ApplicationState.RETURNED)))
                .thenReturn(List.of(returned));
    }

    @Test
    @DisplayName("R4.1 later date, no day of the unit's own → drafts and returned are told")
    void all() {
        assertThat(concerned.of(round(), MAOMING)).containsExactly(draft, returned);
    }

    @Test
    @DisplayName("R4.6 later date, drafts bound by the unit's own earlier day → only the returned are told")
    void ownDay() {
        when(intakes.orEarlier("2026", MAOMING.id(), NOTICE)).thenReturn(deadline("12-05T17:30:00"));

        assertThat(concerned.of(round(), MAOMING)).containsExactly(returned);
    }

    @Test
    @DisplayName("R4.1 nothing can be submitted any more → no applicant is told")
    void late() {
        when(clock.now()).thenReturn(at("12-10T17:30:01"));

        assertThat(concerned.of(round(), MAOMING)).isEmpty();
    }
}
