package cn.gdpilot.desk.recommendation.signing;

import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a project may still be added behind the others of a list that has gone. */
class AddLateTest {

    private final Applications applications = mock();
    private final Recommendations lists = mock();
    private final UnitDeadlines deadlines = mock();
    private final PilotClock clock = mock();
    private final AddLate add = new AddLate(applications, lists, deadlines, mock(), mock(), mock(), clock);

    @ParameterizedTest(name = "{0} at {1} → {2}")
    @CsvSource({
        "RANKING, 12-14T09:00:00, 在重新报送之后再决定补列",
        "RANKED, 12-14T09:00:00, 在重新报送之后再决定补列",
        "RANKED, 12-21T09:00:00, 逾期不予受理",
        "MISSED, 12-21T09:00:00, 逾期不予受理"
    })
    @DisplayName("R3.5 list taken back while the lead decides → the lead waits for it; never arrived → not added")
    void takenBack(State state, String now, String why) {
        Application project = mock();
        when(project.state()).thenReturn(ApplicationState.NOT_FORWARDED);
        when(applications.lock("GD2026-00001")).thenReturn(project);
        Upheld upheld = mock();
        when(upheld.roundId()).thenReturn("2026");
        when(upheld.unitId()).thenReturn(Unit.DEPARTMENT);
        when(upheld.applicationId()).thenReturn("GD2026-00001");
        when(upheld.reversal()).thenReturn(Reversal.FORWARDED_LATE);
        when(lists.lock("2026", Unit.DEPARTMENT))
                .thenReturn(list(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT), state, DeadlineKind.MINISTRY));
        when(deadlines.delivery("2026", Unit.DEPARTMENT)).thenReturn(round().ministry());
        when(deadlines.kind(Unit.DEPARTMENT)).thenReturn(DeadlineKind.MINISTRY);
        when(clock.now()).thenReturn(at(now));

        assertThatThrownBy(() -> add.check(upheld)).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }
}
