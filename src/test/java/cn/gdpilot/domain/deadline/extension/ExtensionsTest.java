package cn.gdpilot.domain.deadline.extension;

import static cn.gdpilot.domain.deadline.DeadlineFixture.COMMUNICATIONS;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.ZHANJIANG;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;
import org.springframework.context.ApplicationEventPublisher;

/** R4.1 R4.3 asking for a later date and deciding it, before the deadline passes and after. */
class ExtensionsTest {

    private static final Person OFFICER = new Person("dept-44", Set.of("dept-44"));
    private static final Person MINISTRY = new Person("ministry", Set.of("ministry"));
    private static final Person LEAD = new Person("dept-44-lead", Set.of("dept-44-lead"));

    private final Rounds rounds = mock(Rounds.class);
    private final UnitDeadlines deadlines = mock(UnitDeadlines.class);
    private final UnitDates dates = mock(UnitDates.class);
    private final ExtensionRequests requests = mock(ExtensionRequests.class);
    private final ExtensionLetters letters = mock(ExtensionLetters.class);
    private final Reopening reopening = mock(Reopening.class);
    private final Closings closings = mock(Closings.class);
    private final RunningDates running = mock(RunningDates.class);
    private final RecordBook book = mock(RecordBook.class);
    private final PilotClock clock = mock(PilotClock.class);
    private final ApplicationEventPublisher events = mock();
    private Extensions extensions;

    @BeforeEach
    void round2026() {
        when(rounds.lock("2026")).thenReturn(round());
        when(rounds.get("2026")).thenReturn(round());
        Units units = mock(Units.class);
        when(units.takingApplications()).thenReturn(List.of(COMMUNICATIONS, ZHANJIANG, MAOMING));
        when(units.get(any())).thenReturn(MAOMING);
        when(deadlines.kind(MAOMING.id())).thenReturn(DeadlineKind.CITY);
        when(deadlines.delivery("2026", MAOMING.id())).thenReturn(round().city());
        extensions = new Extensions(
                rounds, units, deadlines, dates, requests, letters, reopening, closings, running, book, clock, events);
    }

    @Test
    @DisplayName("R4.1 an officer asks → those who sign are told, until the present date passes")
    void secondTold() {
        givenNow("12-08T17:00:00");

        extensions.ask("2026", MAOMING.id(), null, "2026-12-10T17:30", "台风", OFFICER);

        verify(events)
                .publishEvent(new DecisionAsked(
                        Unit.DEPARTMENT,
                        "2026",
                        MAOMING.name() + "（地市向省工业和信息化厅报送截止）延长至 2026年12月10日 17:30",
                        "台风",
                        "dept-44",
                        "2026年12月8日 17:30",
                        "/desk/deadlines/2026"));
    }

    @ParameterizedTest(name = "asked at {0}, closed already {1}: opens again {2}")
    @CsvSource({
        "12-08T17:30:00, false, false",
        "12-08T17:30:00.999999999, false, false",
        "12-08T17:30:01, false, true",
        // A request that began in time, whose turn comes after the closing.
        "12-08T17:30:00.999999999, true, true"
    })
    @DisplayName("R4.1 asked up to the last second → an extension; a second later → opened again")
    void askedAt(String now, boolean closed, boolean reopens) {
        givenNow(now);
        when(closings.made("2026", at("12-08T17:30:00"))).thenReturn(closed);

        extensions.ask("2026", MAOMING.id(), null, "2026-12-10T17:30", " 台风影响邮路 ", OFFICER);

        verify(requests)
                .add(
                        "2026",
                        MAOMING.id(),
                        DeadlineKind.CITY,
                        at("12-08T17:30:00"),
                        at("12-10T17:30:00"),
                        "台风影响邮路",
                        reopens,
                        "dept-44");
        if (reopens) {
            verify(reopening).late(round(), MAOMING.id(), DeadlineKind.CITY, at("12-10T17:30:00"));
        } else {
            verifyNoInteractions(reopening);
        }
    }

    @Test
    @DisplayName("R4.3 asked for 24:00 → the midnight that follows")
    void askedFor24() {
        givenNow("12-01T09:00:00");

        extensions.ask("2026", "", DeadlineKind.MINISTRY, "2026-12-31T24:00", "系统维护", OFFICER);

        verify(requests)
                .add(
                        "2026",
                        null,
                        DeadlineKind.MINISTRY,
                        at("12-21T00:00:00"),
                        at("2027-01-01T00:00:00"),
                        "系统维护",
                        false,
                        "dept-44");
    }

    @Test
    @DisplayName("R4.1 asked again while the same waits for a decision → refused")
    void askedTwice() {
        givenNow("12-01T09:00:00");
        when(requests.waits("2026", MAOMING.id(), DeadlineKind.CITY, at("12-08T17:30:00"), false))
                .thenReturn(true);

        assertThatThrownBy(() -> extensions.ask("2026", MAOMING.id(), null, "2026-12-10T17:30", "台风", OFFICER))
                .hasMessageContaining("已有一项申请等待审批");
        verify(requests, never()).add(any(), any(), any(), any(), any(), any(), anyBoolean(), any());
    }

    @Test
    @DisplayName("R4.1 asked again for all units while the same waits → the refusal speaks of all units")
    void askedTwiceForAll() {
        givenNow("12-01T09:00:00");
        when(requests.waits("2026", null, DeadlineKind.CITY, at("12-08T17:30:00"), false))
                .thenReturn(true);

        assertThatThrownBy(() -> extensions.ask("2026", "", DeadlineKind.CITY, "2026-12-10T17:30", "台风", OFFICER))
                .hasMessageContaining("全部单位的这项期限已有一项申请");
    }

    @Test
    @DisplayName("R4.1 whoever asked takes it back → ended without a decision, recorded")
    void withdrawn() {
        givenNow("12-01T09:00:00");
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        extensions.withdraw("2026", 1, OFFICER);

        verify(requests).withdraw(1);
        verify(book).write(argThat(event -> event.action().equals("deadline.withdrawn")));
        verifyNoInteractions(dates, running, letters, reopening);
    }

    @Test
    @DisplayName("R4.1 somebody else takes it back → refused")
    void withdrawnByAnother() {
        givenNow("12-01T09:00:00");
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        assertThatThrownBy(() -> extensions.withdraw("2026", 1, LEAD)).hasMessageContaining("只有提出人可以撤回");
        verify(requests, never()).withdraw(anyLong());
    }

    @Test
    @DisplayName("R4.1 granted after the round became void → refused, and the refusal says so")
    void grantedInVoidRound() {
        givenNow("12-09T09:00:00");
        when(rounds.lock("2026")).thenReturn(voided());
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        assertThatThrownBy(() -> extensions.decide("2026", 1, true, LEAD)).hasMessageContaining("已经作废");
        verifyNoInteractions(dates, running, letters, reopening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", " \u202E\uFEFF"})
    @DisplayName("grounds of characters that nobody sees → refused as empty ones")
    void unseenGrounds(String grounds) {
        givenNow("12-01T09:00:00");
        assertThatThrownBy(() -> extensions.ask("2026", MAOMING.id(), null, "2026-12-10T17:30", grounds, OFFICER))
                .hasMessageContaining("请写明理由");
        verifyNoInteractions(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"下周", "", "2026-11-31T17:30", "2026-12-08", "+999999999-12-31T23:59"})
    @DisplayName("a malformed date → refused, with the form in which it is written")
    void malformed(String date) {
        givenNow("12-01T09:00:00");
        assertThatThrownBy(() -> extensions.ask("2026", MAOMING.id(), null, date, "理由", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请按“年-月-日T时:分”填写");
        verifyNoInteractions(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca-44", "dept-44", "ministry", "city-999999"})
    @DisplayName("R4.1 a unit that goes with the round → gets no date of its own")
    void noDateOfItsOwn(String unit) {
        givenNow("12-01T09:00:00");
        assertThatThrownBy(() -> extensions.ask("2026", unit, null, "2026-12-10T17:30", "理由", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请选择适用的单位");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city-440900", "ca-44", "operator"})
    @DisplayName("a person of another office → neither asks nor decides, and nothing is locked")
    void whoMay(String group) {
        Person other = new Person(group, Set.of(group));
        assertThatThrownBy(() -> extensions.ask("2026", MAOMING.id(), null, "2026-12-10T17:30", "理由", other))
                .hasMessageContaining("只有省工业和信息化厅");
        assertThatThrownBy(() -> extensions.decide("2026", 1, true, other)).hasMessageContaining("只有省工业和信息化厅");
        verifyNoInteractions(rounds, requests, dates);
    }

    @Test
    @DisplayName("R4.3 the ministry moves the Department's own day")
    void ministryMoves() {
        givenNow("12-01T09:00:00");
        when(deadlines.kind(Unit.DEPARTMENT)).thenReturn(DeadlineKind.MINISTRY);
        when(deadlines.delivery("2026", Unit.DEPARTMENT)).thenReturn(round().ministry());

        extensions.ask("2026", Unit.DEPARTMENT, null, "2026-12-23T17:30", "台风", MINISTRY);

        verify(requests)
                .add(
                        "2026",
                        Unit.DEPARTMENT,
                        DeadlineKind.MINISTRY,
                        at("12-21T00:00:00"),
                        at("12-23T17:30:00"),
                        "台风",
                        false,
                        "ministry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city-440900", ""})
    @DisplayName("R4.1 the ministry asks for a city or for all → refused: the Department's to move")
    void ministryMovesNoCity(String unit) {
        givenNow("12-01T09:00:00");
        assertThatThrownBy(() -> extensions.ask("2026", unit, DeadlineKind.CITY, "2026-12-10T17:30", "台风", MINISTRY))
                .hasMessageContaining("由部里延长");
        verifyNoInteractions(requests);
    }

    @Test
    @DisplayName("R4.1 the ministry decides what the Department asked → refused")
    void ministryDecidesNoCity() {
        givenNow("12-01T09:00:00");
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        assertThatThrownBy(() -> extensions.decide("2026", 1, true, MINISTRY)).isInstanceOf(Refusal.class);
        verify(requests, never()).decide(anyLong(), anyBoolean(), any());
    }

    @Test
    @DisplayName("R4.1 granted by the person who asked → refused, whatever it is")
    void secondPerson() {
        givenNow("12-01T09:00:00");
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        assertThatThrownBy(() -> extensions.decide("2026", 1, true, OFFICER)).hasMessageContaining("须由另一人审批");
        verifyNoInteractions(dates, running, letters, reopening);
    }

    @ParameterizedTest(name = "asked as reopening {0}, decided at {1}, date then {2}: {3}")
    @CsvSource({
        "false, 12-08T17:30:00.999999999, 12-08T17:30:00, EXTENDED",
        "false, 12-08T17:30:01, 12-08T17:30:00, 请重新提出申请",
        "false, 12-01T09:00:00, 12-07T17:30:00, 请重新提出申请",
        "true, 12-08T17:30:01, 12-08T17:30:00, REOPENED",
        "true, 12-10T17:29:59.999999999, 12-08T17:30:00, REOPENED",
        "true, 12-10T17:30:00, 12-08T17:30:00, 新的截止时间须晚于现在"
    })
    @DisplayName("R4.1 granted → as it was asked, or refused if the deadline passed or moved meanwhile")
    void granted(boolean reopens, String now, String was, String outcome) {
        givenNow(now);
        when(requests.take(1)).thenReturn(asked(reopens, was));

        Refusal refused = catchThrowableOfType(Refusal.class, () -> extensions.decide("2026", 1, true, LEAD));

        if (outcome.equals("EXTENDED")) {
            InOrder steps = inOrder(requests, dates, running, letters);
            steps.verify(requests).decide(1, true, "dept-44-lead");
            steps.verify(dates).set("2026", MAOMING.id(), at("12-10T17:30:00"));
            steps.verify(running).move("2026");
            steps.verify(letters).tell(round(), asked(false, was));
            verifyNoInteractions(reopening);
        } else if (outcome.equals("REOPENED")) {
            verify(reopening).open(round(), asked(true, was), new Actor("dept-44-lead", Unit.DEPARTMENT));
            verifyNoInteractions(dates, running);
        } else {
            assertThat(refused).hasMessageContaining(outcome);
            verify(requests, never()).decide(anyLong(), anyBoolean(), any());
            verifyNoInteractions(dates, running, letters, reopening);
        }
    }

    @Test
    @DisplayName("refused by the second officer → recorded, and no date moves")
    void kept() {
        givenNow("12-01T09:00:00");
        when(requests.take(1)).thenReturn(asked(false, "12-08T17:30:00"));

        extensions.decide("2026", 1, false, LEAD);

        verify(requests).decide(1, false, "dept-44-lead");
        verify(book).write(any());
        verifyNoInteractions(dates, running, letters, reopening);
        verify(rounds, never()).move(eq("2026"), any(), any());
    }

    private void givenNow(String now) {
        when(clock.now()).thenReturn(at(now));
    }

    private static Extension asked(boolean reopens, String was) {
        return new Extension(
                1,
                "2026",
                MAOMING.id(),
                DeadlineKind.CITY,
                at(was),
                at("12-10T17:30:00"),
                "台风影响邮路",
                "dept-44",
                at("12-01T09:00:00"),
                null,
                null,
                null,
                reopens);
    }
}
