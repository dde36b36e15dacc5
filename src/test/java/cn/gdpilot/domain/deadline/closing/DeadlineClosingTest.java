package cn.gdpilot.domain.deadline.closing;

import static cn.gdpilot.domain.deadline.DeadlineFixture.COMMUNICATIONS;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.SHENZHEN;
import static cn.gdpilot.domain.deadline.DeadlineFixture.ZHANJIANG;
import static cn.gdpilot.domain.deadline.DeadlineFixture.announced;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.roundUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.DeadlineFixture;
import cn.gdpilot.domain.deadline.UnitDeadline;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.MissedApplication;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;

/** The second at which a deadline closes, unit by unit. */
class DeadlineClosingTest {

    private final Rounds rounds = mock(Rounds.class);
    private final UnitDeadlines deadlines = mock(UnitDeadlines.class);
    private final Recommendations recommendations = mock(Recommendations.class);
    private final Applications applications = mock(Applications.class);
    private final Closings closings = mock(Closings.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final PilotClock clock = mock(PilotClock.class);
    private final Map<String, Deadline> own = new HashMap<>();
    private final List<String> closed = new ArrayList<>();
    private DeadlineClosing closing;

    @BeforeEach
    void round2026() {
        when(rounds.all()).thenReturn(List.of(round()));
        when(rounds.lock("2026")).thenReturn(round());
        when(recommendations.unitsUndelivered("2026")).thenReturn(List.of(MAOMING.id(), ZHANJIANG.id(), SHENZHEN.id()));
        when(recommendations.lockUndelivered(eq("2026"), any())).thenAnswer(asked -> {
            Collection<String> units = asked.getArgument(1);
            return units.stream().map(DeadlineClosingTest::undelivered).toList();
        });
        when(deadlines.deliveries(any(), any())).thenAnswer(asked -> {
            Collection<String> units = asked.getArgument(1);
            Round round = asked.getArgument(0);
            return units.stream().collect(Collectors.toMap(unit -> unit, unit -> due(round, unit)));
        });
        when(deadlines.delivery(eq("2026"), any()))
                .thenAnswer(asked -> due(round(), asked.getArgument(1)).deadline());
        when(deadlines.submission(any(), eq(Unit.COMMUNICATIONS))).thenReturn(round().city());
        doAnswer(missed -> {
                    List<Recommendation> lists = missed.getArgument(0);
                    return closed.addAll(
                            lists.stream().map(Recommendation::unitId).sorted().toList());
                })
                .when(recommendations)
                .missed(anyList());
        closing = new DeadlineClosing(
                rounds,
                mock(Units.class),
                mock(QuotaTable.class),
                deadlines,
                recommendations,
                applications,
                closings,
                mock(ClosingLetters.class),
                mock(RecordBook.class),
                events,
                clock);
    }

    private UnitDeadline due(Round round, String unit) {
        DeadlineKind kind = kind(unit);
        return new UnitDeadline(own.getOrDefault(unit, round.deadline(kind)), kind);
    }

    private static DeadlineKind kind(String unit) {
        return unit.equals(SHENZHEN.id()) || unit.equals(COMMUNICATIONS.id())
                ? DeadlineKind.MINISTRY
                : DeadlineKind.CITY;
    }

    private static Recommendation undelivered(String unit) {
        return list(DeadlineFixture.unit(unit, null), State.SENT, kind(unit));
    }

    @Test
    @DisplayName("round becomes void while the closing waits for its row → nothing is closed, nobody is told")
    void voidMeanwhile() {
        Round seen = round();
        when(clock.now()).thenReturn(at("12-08T17:30:01"));
        when(rounds.lock("2026"))
                .thenReturn(new Round(
                        seen.id(),
                        seen.roundYear(),
                        seen.title(),
                        seen.noticeNumber(),
                        seen.cityDeadline(),
                        seen.ministryDeadline(),
                        seen.openedAt(),
                        null,
                        null,
                        at("12-08T17:30:00")));

        closing.closeDue();

        assertThat(closed).isEmpty();
        verify(closings, never()).add(any(), any(), any(), anyInt(), anyInt());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12-08T17:29:59, ''",
        "12-08T17:30:00, ''",
        "12-08T17:30:00.999999999, ''",
        "12-08T17:30:01, city-440800 city-440900",
        "12-20T23:59:59.999999999, city-440800 city-440900",
        // 24:00 of 12-20 is in time as a whole second.
        "12-21T00:00:00.999999999, city-440800 city-440900",
        "12-21T00:00:01, city-440800 city-440900 city-440300",
        "2027-01-01T00:00:00, city-440800 city-440900 city-440300"
    })
    @DisplayName("R4.1 R4.3 the last second passes → those lists are closed that have not arrived, in order")
    void lists(String now, String units) {
        when(clock.now()).thenReturn(at(now));

        closing.closeDue();

        assertThat(String.join(" ", closed)).isEqualTo(units);
        if (units.isEmpty()) {
            verify(rounds, never()).lock(any());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12-08T17:30:01, city-440800",
        "12-10T17:30:00.999999999, city-440800",
        "12-10T17:30:01, city-440800 city-440900"
    })
    @DisplayName("R4.1 extended or opened again for one unit → that one closes a second after its own date")
    void extended(String now, String units) {
        own.put(MAOMING.id(), new Deadline(at("12-10T17:30:00")));
        when(clock.now()).thenReturn(at(now));

        closing.closeDue();

        assertThat(String.join(" ", closed)).isEqualTo(units);
    }

    @Test
    @DisplayName("R4.1 all dates were moved while the closing waited for the round → nothing is closed")
    void movedMeanwhile() {
        when(clock.now()).thenReturn(at("12-08T17:30:01"));
        when(rounds.lock("2026")).thenReturn(roundUntil("12-10T17:30:00"));

        closing.closeDue();

        assertThat(closed).isEmpty();
    }

    @Test
    @DisplayName("the round is announced → nothing of it is closed any more")
    void over() {
        when(rounds.all()).thenReturn(List.of(announced()));
        when(clock.now()).thenReturn(at("2027-01-01T00:00:00"));

        closing.closeDue();

        assertThat(closed).isEmpty();
        verify(rounds, never()).lock(any());
    }

    @Test
    @DisplayName("R4.1 a timer fires within the last second → it is told to come again, a second later it closes")
    void early() {
        when(clock.now()).thenReturn(at("12-08T17:30:00.999999999"));
        assertThatThrownBy(() -> closing.close("2026", MAOMING.id())).isInstanceOf(IllegalStateException.class);
        assertThat(closed).isEmpty();

        when(clock.now()).thenReturn(at("12-08T17:30:01"));
        assertThatCode(() -> closing.close("2026", MAOMING.id())).doesNotThrowAnyException();
        assertThat(closed).contains(MAOMING.id());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"12-08T17:30:00.999999999, false", "12-08T17:30:01, true"})
    @DisplayName("R4.1 returned by the CA and not corrected → closed with the cities' date, not with its list's")
    void uncorrected(String now, boolean ends) {
        when(clock.now()).thenReturn(at(now));
        when(recommendations.unitsUndelivered("2026")).thenReturn(List.of());
        when(applications.unitsWith("2026", Set.of(ApplicationState.RETURNED)))
                .thenReturn(List.of(Unit.COMMUNICATIONS));
        when(applications.missDeadline(
                        eq("2026"),
                        eq(List.of(Unit.COMMUNICATIONS)),
                        eq(Set.of(ApplicationState.RETURNED)),
                        eq(at(now)),
                        any()))
                .thenReturn(List.of(new MissedApplication("GD-1", Unit.COMMUNICATIONS, ApplicationState.RETURNED)));

        closing.closeDue();

        if (ends) {
            verify(closings).add("2026", at("12-08T17:30:00"), at(now), 0, 1);
            verify(events).publishEvent(any(ApplicationsClosed.class));
        } else {
            verify(closings, never()).add(any(), any(), any(), anyInt(), anyInt());
        }
    }
}
