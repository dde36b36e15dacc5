package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.announced;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.EvidenceDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R4.7 which arrival may still be entered with evidence. */
class EvidenceRuleTest {

    private static final Unit DEPARTMENT = unit(Unit.DEPARTMENT, UnitType.DEPARTMENT);

    private final UnitDeadlines deadlines = mock(UnitDeadlines.class);
    private final Recommendations recommendations = mock(Recommendations.class);
    private final MinistrySelection selection = mock(MinistrySelection.class);
    private final PilotClock clock = mock(PilotClock.class);
    private final EvidenceDays days = mock();
    private final EvidenceRule rule = new EvidenceRule(deadlines, recommendations, selection, clock, days);

    @BeforeEach
    void afterTheDeadline() {
        when(days.of("2026")).thenReturn(5);
        when(deadlines.delivery("2026", MAOMING.id())).thenReturn(round().city());
        when(deadlines.delivery("2026", Unit.DEPARTMENT)).thenReturn(round().ministry());
        when(days.last(any(), any())).thenReturn(LocalDate.of(2026, 12, 15));
        when(clock.now()).thenReturn(at("12-09T10:00:00"));
        when(clock.today()).thenReturn(LocalDate.of(2026, 12, 9));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12-08T17:30:00, true",
        "12-08T17:30:01, false",
        "12-07T09:00:00, true",
        // Before the list was signed.
        "12-05T08:59:59, false",
        // Still to come.
        "12-10T09:00:00, false"
    })
    @DisplayName("R4.7 the evidenced moment lies between signing and deadline → counts")
    void moment(String arrivedAt, boolean counts) {
        Refusal refused =
                catchThrowableOfType(Refusal.class, () -> rule.check(round(), city(State.MISSED, true), at(arrivedAt)));

        assertThat(refused == null).isEqualTo(counts);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-12-15, true", "2026-12-16, false"})
    @DisplayName("R4.7 entered up to the last working day of grace → counts; the next day → not; decided at any time")
    void grace(LocalDate today, boolean counts) {
        when(clock.today()).thenReturn(today);

        Refusal refused = catchThrowableOfType(Refusal.class, () -> rule.checkGrace(city(State.MISSED, true)));

        assertThat(refused == null).isEqualTo(counts);
        assertThatCode(() -> rule.check(round(), city(State.MISSED, true), at("12-08T16:00:00")))
                .as("what was entered in time may be decided later")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "MISSED", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("R4.7 a list that has not missed its deadline → refused")
    void notMissed(State state) {
        assertThatThrownBy(() -> rule.check(round(), city(state, true), at("12-08T16:00:00")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R4.7 a list that was never handed over → refused")
    void neverSent() {
        assertThatThrownBy(() -> rule.check(round(), city(State.MISSED, false), at("12-08T16:00:00")))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"RANKING, false", "RANKED, false", "SIGNED, true", "SENT, true", "ARRIVED, true", "ZERO, true"})
    @DisplayName("R4.7 how far the Department's list is → entered all the same; accepted by a lead once it is signed")
    void department(State state, boolean byLead) {
        givenDepartment(state);

        assertThatCode(() -> rule.check(round(), city(State.MISSED, true), at("12-08T16:00:00")))
                .doesNotThrowAnyException();
        assertThat(rule.opensDecided(city(State.MISSED, true))).isEqualTo(byLead);
    }

    @Test
    @DisplayName("R4.3 the Department's own deadline has passed → nothing of it is opened again here")
    void departmentClosed() {
        givenDepartment(State.ARRIVED);
        when(clock.now()).thenReturn(at("12-21T10:00:00"));

        assertThat(rule.isNextClosed(city(State.MISSED, true))).isTrue();
        assertThat(rule.opensDecided(city(State.MISSED, true))).isFalse();
    }

    @Test
    @DisplayName("R4.7 the ministry has selected → entered all the same, accepted by its lead")
    void selected() {
        Recommendation missed = sent(list(DEPARTMENT, State.MISSED, DeadlineKind.MINISTRY));
        when(clock.now()).thenReturn(at("12-21T10:00:00"));
        assertThat(rule.opensDecided(missed)).isFalse();

        when(selection.decided("2026")).thenReturn(true);

        assertThatCode(() -> rule.check(round(), missed, at("12-20T16:00:00"))).doesNotThrowAnyException();
        assertThat(rule.opensDecided(missed)).isTrue();
    }

    @Test
    @DisplayName("R3.8 the ministry has selected → the Department's lead takes no list back from it")
    void departmentSelected() {
        Recommendation gone = list(DEPARTMENT, State.ARRIVED, DeadlineKind.MINISTRY);
        assertThatCode(() -> rule.checkSelection(gone)).doesNotThrowAnyException();

        when(selection.decided("2026")).thenReturn(true);

        assertThatThrownBy(() -> rule.checkSelection(gone))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("退回重定");
    }

    private void givenDepartment(State state) {
        Recommendation list = list(DEPARTMENT, state, DeadlineKind.MINISTRY);
        when(recommendations.find("2026", Unit.DEPARTMENT)).thenReturn(Optional.of(list));
        when(recommendations.lock("2026", Unit.DEPARTMENT)).thenReturn(list);
    }

    @Test
    @DisplayName("R4.7 the result is announced → refused")
    void over() {
        assertThatThrownBy(() -> rule.check(announced(), city(State.MISSED, true), at("12-08T16:00:00")))
                .isInstanceOf(Refusal.class);
    }

    private static Recommendation city(State state, boolean sent) {
        Recommendation list = list(MAOMING, state, DeadlineKind.CITY);
        return sent ? sent(list) : list;
    }

    private static Recommendation sent(Recommendation list) {
        Instant signed = at("12-05T09:00:00");
        return new Recommendation(
                list.id(),
                list.roundId(),
                list.unitId(),
                list.state(),
                list.quota(),
                list.destination(),
                list.deadline(),
                list.tableCopies(),
                list.paperCopies(),
                list.discCopies(),
                "handler",
                "lead",
                signed,
                "driver",
                null,
                at("12-07T08:00:00"),
                null,
                null,
                list.listVersion(),
                list.settledVersion(),
                list.quotaSource(),
                list.zeroReason());
    }
}
