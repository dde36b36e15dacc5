package cn.gdpilot.desk.recommendation.signing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a zero report may still be opened again after an upheld objection. */
class CalledBackTest {

    private static final String ROUND = "2026";
    private static final Instant AT = Instant.parse("2026-11-29T01:00:00Z");

    private final Recommendations lists = mock();
    private final MinistrySelection selection = mock();
    private final Rounds rounds = mock();
    private final CalledBack calledBack = new CalledBack(
            lists,
            mock(Applications.class),
            mock(RecommendationProcess.class),
            mock(UnitProcesses.class),
            selection,
            rounds,
            mock());

    @BeforeEach
    void open() {
        when(rounds.get(ROUND)).thenReturn(round(null));
    }

    @ParameterizedTest(name = "Department''s list {0} → called back: {1}")
    @CsvSource({"RANKING, true", "RANKED, true", "SIGNED, false", "SENT, false", "ARRIVED, false", "MISSED, false"})
    @DisplayName("R4.8 zero report of a city → called back only while the Department's own list is open")
    void city(State department, boolean called) {
        Recommendation own = list(Unit.DEPARTMENT, department, Unit.MINISTRY);
        when(lists.find(ROUND, Unit.DEPARTMENT)).thenReturn(Optional.of(own));
        when(lists.lock(ROUND, Unit.DEPARTMENT)).thenReturn(own);

        checked(list("city-440100", State.ZERO, Unit.DEPARTMENT), called);
    }

    @Test
    @DisplayName("R4.8 zero report of a city, the Department ranks nothing yet → called back")
    void before() {
        when(lists.find(ROUND, Unit.DEPARTMENT)).thenReturn(Optional.empty());

        checked(list("city-440100", State.ZERO, Unit.DEPARTMENT), true);
    }

    @ParameterizedTest(name = "selection decided: {0}, round over: {1} → called back: {2}")
    @CsvSource({"false, false, true", "true, false, false", "false, true, false"})
    @DisplayName("R4.8 zero report to the ministry → called back only before its selection and in an open round")
    void ministry(boolean decided, boolean over, boolean called) {
        when(selection.decided(ROUND)).thenReturn(decided);
        when(rounds.get(ROUND)).thenReturn(round(over ? AT : null));

        checked(list("city-440300", State.ZERO, Unit.MINISTRY), called);
    }

    private void checked(Recommendation list, boolean called) {
        if (called) {
            assertThatCode(() -> calledBack.check(list, ApplicationState.NOT_RECOMMENDED))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> calledBack.check(list, ApplicationState.NOT_RECOMMENDED))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static Round round(Instant over) {
        return new Round(ROUND, 2026, "x", "", AT, AT, AT, null, null, over);
    }

    private static Recommendation list(String unit, State state, String destination) {
        return new Recommendation(
                ROUND + "/" + unit,
                ROUND,
                unit,
                state,
                8,
                destination,
                DeadlineKind.CITY,
                2,
                6,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }
}
