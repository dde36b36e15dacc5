package cn.gdpilot.domain.deadline.extension;

import static cn.gdpilot.domain.deadline.DeadlineFixture.COMMUNICATIONS;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.SHENZHEN;
import static cn.gdpilot.domain.deadline.DeadlineFixture.ZHANJIANG;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.deadline.UnitDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.InOrder;

/** R4.1 R4.3 a window opens again: everything is checked, then everything is applied, then all are told. */
class ReopeningTest {

    private static final Actor OFFICER = new Actor("second", Unit.MINISTRY);
    private static final String NEW_DATE = "12-23T17:30:00";

    private final Units units = mock(Units.class);
    private final UnitDeadlines deadlines = mock(UnitDeadlines.class);
    private final UnitDates dates = mock(UnitDates.class);
    private final Recommendations recommendations = mock(Recommendations.class);
    private final Closings closings = mock(Closings.class);
    private final MinistrySelection selection = mock(MinistrySelection.class);
    private final LateApplications applications = mock(LateApplications.class);
    private final UnitProcesses processes = mock(UnitProcesses.class);
    private final RunningDates running = mock(RunningDates.class);
    private final ExtensionLetters letters = mock(ExtensionLetters.class);
    private final TakesBack back = mock();
    private final Reopening reopening = new Reopening(
            units,
            deadlines,
            dates,
            recommendations,
            closings,
            selection,
            applications,
            processes,
            running,
            letters,
            back);

    @BeforeEach
    void offices() {
        when(units.takingApplications()).thenReturn(List.of(COMMUNICATIONS, SHENZHEN, ZHANJIANG, MAOMING));
        givenUnit(COMMUNICATIONS, DeadlineKind.MINISTRY, State.MISSED);
        givenUnit(SHENZHEN, DeadlineKind.MINISTRY, State.MISSED);
        givenUnit(ZHANJIANG, DeadlineKind.CITY, State.ARRIVED);
        givenUnit(MAOMING, DeadlineKind.CITY, State.MISSED);
        doAnswer(set -> {
                    Instant own = set.getArgument(2);
                    when(deadlines.delivery("2026", set.getArgument(1))).thenReturn(new Deadline(own));
                    return null;
                })
                .when(dates)
                .set(any(), any(), any());
    }

    @Test
    @DisplayName("R4.1 opened again → date, list, applications, process, running dates, then letters")
    void steps() {
        Extension asked = asked(MAOMING, DeadlineKind.CITY, "12-10T17:30:00");

        reopening.open(round(), asked, OFFICER);

        InOrder steps = inOrder(closings, dates, recommendations, applications, processes, running, letters);
        steps.verify(closings).hold("2026");
        steps.verify(recommendations).lock("2026", MAOMING.id());
        steps.verify(dates).set("2026", MAOMING.id(), at("12-10T17:30:00"));
        steps.verify(recommendations).reinstated(list(MAOMING, State.MISSED, DeadlineKind.CITY));
        steps.verify(applications)
                .reinstate(new ReopenedWindow("2026", MAOMING.id(), "台风", deadline("12-10T17:30:00"), false));
        steps.verify(processes).reopen("2026", MAOMING.id());
        steps.verify(running).move("2026");
        steps.verify(letters).tell(round(), asked, List.of(MAOMING));
    }

    @Test
    @DisplayName("R3.8 the ministry has selected → refused before a date, list or letter is touched")
    void selected() {
        when(selection.decided("2026")).thenReturn(true);

        assertThatThrownBy(() -> reopening.open(round(), asked(SHENZHEN, DeadlineKind.MINISTRY, NEW_DATE), OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已确定入选项目");

        verify(recommendations, never()).reinstated(any());
        verifyNoInteractions(dates, applications, processes, running, letters);
    }

    @Test
    @DisplayName("R3.8 the ministry has selected → a window towards the Department does not depend on it")
    void selectedElsewhere() {
        when(selection.decided("2026")).thenReturn(true);

        reopening.open(round(), asked(MAOMING, DeadlineKind.CITY, "12-10T17:30:00"), OFFICER);

        verify(processes).reopen("2026", MAOMING.id());
    }

    @Test
    @DisplayName("R4.7 Department's list has arrived, a city's proven list waits for it → taken back, its window opens")
    void takenBack() {
        Unit department = unit(Unit.DEPARTMENT, UnitType.DEPARTMENT);
        givenUnit(department, DeadlineKind.MINISTRY, State.ARRIVED);
        when(applications.any(any())).thenReturn(true);

        reopening.open(round(), asked(department, DeadlineKind.MINISTRY, NEW_DATE), OFFICER);

        Recommendation arrived = list(department, State.ARRIVED, DeadlineKind.MINISTRY);
        InOrder steps = inOrder(back, dates, applications, processes);
        steps.verify(back).takeBack(eq(arrived), eq("台风"), eq(OFFICER));
        steps.verify(dates).set("2026", Unit.DEPARTMENT, at(NEW_DATE));
        steps.verify(applications).reinstate(any());
        steps.verify(processes).reopen("2026", Unit.DEPARTMENT);
        verify(recommendations, never()).reinstated(any());
    }

    @Test
    @DisplayName("R4.3 Department's list has arrived and nothing waits for it → its window does not open again")
    void arrivedAndNothingWaits() {
        givenUnit(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT), DeadlineKind.MINISTRY, State.ARRIVED);

        assertThatThrownBy(() -> reopening.late(round(), Unit.DEPARTMENT, DeadlineKind.MINISTRY, at(NEW_DATE)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R3.5 the Department has signed its order → no city's window opens again")
    void meritSigned() {
        givenList(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT), DeadlineKind.MINISTRY, State.SIGNED);

        assertThatThrownBy(() -> reopening.late(round(), MAOMING.id(), DeadlineKind.CITY, at("12-10T17:30:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("推荐名单已经签发");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"dept-44, DEPARTMENT", "ca-44, COMMS_ADMIN"})
    @DisplayName("R4.3 an office of the province has missed the ministry's day → its window opens like a city's")
    void province(String id, UnitType type) {
        Unit office = unit(id, type);
        givenUnit(office, DeadlineKind.MINISTRY, State.MISSED);

        reopening.open(round(), asked(office, DeadlineKind.MINISTRY, NEW_DATE), OFFICER);

        verify(recommendations).reinstated(list(office, State.MISSED, DeadlineKind.MINISTRY));
        verify(processes).reopen("2026", id);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"city-440800, 已经送达", "'', 没有逾期未报的单位"})
    @DisplayName("R4.1 arrived already, or everybody has → refused in words")
    void nobodyLate(String unit, String words) {
        when(units.get(ZHANJIANG.id())).thenReturn(ZHANJIANG);
        givenList(MAOMING, DeadlineKind.CITY, State.ARRIVED);

        assertThatThrownBy(() ->
                        reopening.late(round(), unit.isEmpty() ? null : unit, DeadlineKind.CITY, at("12-10T17:30:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("R4.3 for all → those that missed that deadline, the CA apart, which goes with the round")
    void all() {
        assertThat(reopening.late(round(), null, DeadlineKind.MINISTRY, at(NEW_DATE)))
                .containsExactly(SHENZHEN);
        assertThat(reopening.late(round(), null, DeadlineKind.CITY, at("12-10T17:30:00")))
                .containsExactly(MAOMING);
    }

    @ParameterizedTest(name = "own date {0}: moved {1}")
    @CsvSource({"12-09T17:30:00, true", "12-10T17:29:59, true", "12-10T17:30:00, false", "12-15T17:30:00, false"})
    @DisplayName("R4.1 for all, while a unit has a later date of its own → it keeps that one")
    void ownLaterDate(String own, boolean moved) {
        givenUnit(ZHANJIANG, DeadlineKind.CITY, State.RANKING);
        when(deadlines.delivery("2026", ZHANJIANG.id())).thenReturn(deadline(own));

        reopening.open(round(), asked(null, DeadlineKind.CITY, "12-10T17:30:00"), OFFICER);

        assertThat(deadlines.delivery("2026", ZHANJIANG.id()).lastMoment())
                .isEqualTo(at(moved ? "12-10T17:30:00" : own));
        assertThat(deadlines.delivery("2026", MAOMING.id()).lastMoment()).isEqualTo(at("12-10T17:30:00"));
    }

    @Test
    @DisplayName("R4.1 past its deadline, but not closed yet → only its date moves, and nothing is brought back")
    void notClosedYet() {
        givenList(MAOMING, DeadlineKind.CITY, State.SENT);

        reopening.open(round(), asked(MAOMING, DeadlineKind.CITY, "12-10T17:30:00"), OFFICER);

        verify(dates).set("2026", MAOMING.id(), at("12-10T17:30:00"));
        verify(running).move("2026");
        verify(recommendations, never()).reinstated(any());
        verifyNoInteractions(applications, processes);
    }

    private void givenUnit(Unit unit, DeadlineKind kind, State state) {
        when(units.get(unit.id())).thenReturn(unit);
        when(deadlines.kind(unit.id())).thenReturn(kind);
        when(deadlines.delivery("2026", unit.id())).thenReturn(round().deadline(kind));
        givenList(unit, kind, state);
    }

    private void givenList(Unit unit, DeadlineKind kind, State state) {
        Recommendation list = list(unit, state, kind);
        when(recommendations.find("2026", unit.id())).thenReturn(Optional.of(list));
        when(recommendations.lock("2026", unit.id())).thenReturn(list);
    }

    private static Extension asked(Unit unit, DeadlineKind kind, String becomes) {
        return new Extension(
                1,
                "2026",
                unit == null ? null : unit.id(),
                kind,
                round().deadline(kind).lastMoment(),
                at(becomes),
                "台风",
                "dept-44",
                at("12-09T09:00:00"),
                null,
                null,
                null,
                true);
    }
}
