package cn.gdpilot.domain.deadline.closing;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.NodeClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a unit takes applications, judged by their arrival. */
class SubmissionWindowTest {

    private final UnitDeadlines deadlines = mock(UnitDeadlines.class);
    private final Recommendations recommendations = mock(Recommendations.class);
    private final Closings closings = mock(Closings.class);
    private final NodeClock nodeClock = mock(NodeClock.class);
    private final Application application = mock(Application.class);
    private SubmissionWindow window;

    @BeforeEach
    void city() {
        Rounds rounds = mock(Rounds.class);
        when(rounds.get("2026")).thenReturn(round());
        when(application.roundId()).thenReturn("2026");
        when(application.unitId()).thenReturn(MAOMING.id());
        when(deadlines.kind(MAOMING.id())).thenReturn(DeadlineKind.CITY);
        givenDeadline("12-08T17:30:00");
        IntakeDays intakes = mock(IntakeDays.class);
        when(intakes.orEarlier(any(), any(), any())).thenAnswer(asked -> asked.getArgument(2));
        window = new SubmissionWindow(rounds, deadlines, recommendations, closings, nodeClock, intakes);
    }

    @ParameterizedTest(name = "until {0}, arrived {1}: in time {2}")
    @CsvSource({
        "12-08T17:30:00, 12-08T17:30:00, true",
        "12-08T17:30:00, 12-08T17:30:00.999999999, true",
        "12-08T17:30:00, 12-08T17:30:01, false",
        "12-21T00:00:00, 12-21T00:00:00.999999999, true",
        "12-21T00:00:00, 12-21T00:00:01, false",
        // Extended, or opened again.
        "12-10T17:30:00, 12-08T17:30:01, true",
        "12-10T17:30:00, 12-10T17:30:01, false",
        "2027-01-01T00:00:00, 2027-01-01T00:00:00, true",
        "2027-01-01T00:00:00, 2027-01-01T00:00:01, false"
    })
    @DisplayName("R4.1 arrived in the last second → taken, in the next one → refused by the rule, with the date")
    void toTheSecond(String lastMoment, String arrival, boolean inTime) {
        givenDeadline(lastMoment);

        Optional<Refusal> shown = window.closedFor(application, at(arrival));

        assertThat(shown.isEmpty()).isEqualTo(inTime);
        if (inTime) {
            window.hold(application, at(arrival));
        } else {
            assertThat(shown.get().rule()).isEqualTo("R4.1");
            assertThat(shown.get()).hasMessageContaining(deadline(lastMoment).text());
            assertThatThrownBy(() -> window.hold(application, at(arrival)))
                    .hasMessage(shown.get().getMessage());
        }
    }

    @ParameterizedTest(name = "{0}: open {1}")
    @CsvSource({"RANKING, true", "RANKED, true", "SIGNED, false", "SENT, false", "ARRIVED, false"})
    @DisplayName("R3.1 in time, but the unit's list is signed → refused")
    void signed(State state, boolean open) {
        givenList(state);

        assertThat(window.closedFor(application, at("12-08T17:30:00")).isEmpty())
                .isEqualTo(open);
        if (open) {
            window.hold(application, at("12-08T17:30:00"));
        } else {
            assertThatThrownBy(() -> window.hold(application, at("12-08T17:30:00")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("R3.1"));
        }
    }

    @ParameterizedTest(name = "closed at {0}: {1}")
    @CsvSource({
        "12-08T17:30:01, taken",
        "12-08T17:31:00, taken",
        // The transaction of a submission takes a minute at most: longer before a closing, the clock went back.
        "12-08T17:31:00.000000001, refused"
    })
    @DisplayName("R4.1 arrived in the last second, overtaken by the closing → taken")
    void overtaken(String closedAt, String outcome) {
        givenList(State.MISSED);
        when(closings.latest("2026")).thenReturn(Optional.of(at(closedAt)));

        if (outcome.equals("taken")) {
            window.hold(application, at("12-08T17:30:00"));
        } else {
            assertThatThrownBy(() -> window.hold(application, at("12-08T17:30:00")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("时钟被调回");
        }
    }

    @Test
    @DisplayName("R4.1 the node's clock is off → taken nothing in, and no list is locked")
    void clockOff() {
        doThrow(Refusal.byRule("R4.1", "clock.off", 600, 5)).when(nodeClock).allowIntake();

        assertThatThrownBy(() -> window.hold(application, at("12-08T09:00:00"))).isInstanceOf(Refusal.class);
        verify(recommendations, never()).lock(any(), any());
    }

    private void givenDeadline(String lastMoment) {
        when(deadlines.submission(any(), any())).thenReturn(deadline(lastMoment));
    }

    private void givenList(State state) {
        Recommendation list = list(MAOMING, state, DeadlineKind.CITY);
        when(recommendations.find("2026", MAOMING.id())).thenReturn(Optional.of(list));
        when(recommendations.lock("2026", MAOMING.id())).thenReturn(list);
    }
}
