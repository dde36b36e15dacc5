package cn.gdpilot.domain.pending;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PendingTest {

    private static final String CITY = "city-440100";
    private static final String DIRECT = "city-440300";

    @ParameterizedTest(
            name = "{0}, its unit''s list {1} to {2}, on it: {3}, the Department''s list {4}, on it: {5} → {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "SUBMITTED,   -,       dept-44,  false, -,       false, ACCEPTANCE",
                "SUBMITTED,   SIGNED,  dept-44,  false, -,       false, ACCEPTANCE",
                "RETURNED,    RANKING, dept-44,  false, -,       false, CORRECTION",
                "ACCEPTED,    -,       dept-44,  false, -,       false, LIST",
                "ACCEPTED,    RANKING, dept-44,  false, -,       false, LIST",
                "ACCEPTED,    RANKED,  dept-44,  false, -,       false, LIST",
                "ACCEPTED,    SIGNED,  dept-44,  false, -,       false, -",
                "ACCEPTED,    SENT,    dept-44,  false, -,       false, -",
                "ACCEPTED,    ARRIVED, dept-44,  false, -,       false, -",
                "ACCEPTED,    MISSED,  dept-44,  false, -,       false, -",
                "ACCEPTED,    ZERO,    dept-44,  false, -,       false, -",
                "RANKED,      RANKED,  dept-44,  true,  -,       false, LIST",
                "RANKED,      RANKED,  dept-44,  false, -,       false, -",
                "RANKED,      SIGNED,  dept-44,  true,  -,       false, -",
                "RECOMMENDED, SIGNED,  dept-44,  true,  -,       false, HAND_OVER",
                "RECOMMENDED, SENT,    dept-44,  true,  -,       false, ARRIVAL",
                "RECOMMENDED, ARRIVED, dept-44,  true,  -,       false, FIRST_REVIEW",
                "RECOMMENDED, ARRIVED, dept-44,  true,  RANKED,  false, FIRST_REVIEW",
                "RECOMMENDED, ARRIVED, dept-44,  true,  SIGNED,  false, -",
                "RECOMMENDED, ARRIVED, dept-44,  false, -,       false, -",
                "RECOMMENDED, RANKING, dept-44,  true,  -,       false, -",
                "RECOMMENDED, MISSED,  dept-44,  true,  -,       false, -",
                "RECOMMENDED, ARRIVED, ministry, true,  SIGNED,  false, MINISTRY_REVIEW",
                "REVIEWED,    ARRIVED, dept-44,  true,  -,       false, LIST",
                "REVIEWED,    ARRIVED, dept-44,  true,  RANKING, true,  LIST",
                "REVIEWED,    ARRIVED, dept-44,  true,  SIGNED,  false, -",
                "FORWARDED,   ARRIVED, dept-44,  true,  SIGNED,  true,  HAND_OVER",
                "FORWARDED,   ARRIVED, dept-44,  true,  SENT,    true,  ARRIVAL",
                "FORWARDED,   ARRIVED, dept-44,  true,  ARRIVED, true,  MINISTRY_REVIEW",
                "FORWARDED,   ARRIVED, dept-44,  true,  ARRIVED, false, -",
                "SELECTED,    ARRIVED, dept-44,  true,  ARRIVED, true,  ANNOUNCEMENT"
            })
    @DisplayName("R3.1 a live application waits for one thing, which follows from its state and its lists")
    void waits(
            ApplicationState state,
            State unitList,
            String destination,
            boolean onUnit,
            State departmentList,
            boolean onDepartment,
            Pending waitsFor) {
        String unit = destination.equals(Unit.MINISTRY) ? DIRECT : CITY;

        assertThat(Pending.of(
                        state,
                        list(unit, unitList, destination),
                        onUnit,
                        list(Unit.DEPARTMENT, departmentList, Unit.MINISTRY),
                        onDepartment))
                .isEqualTo(Optional.ofNullable(waitsFor));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R3.1 no state is without an answer: what is over waits for nothing")
    void over(ApplicationState state) {
        if (state.over()) {
            assertThat(Pending.of(state, null, false, null, false)).isEmpty();
        } else if (state != ApplicationState.DRAFT && state != ApplicationState.PILOT) {
            boolean waits = Arrays.stream(State.values())
                    .flatMap(unit -> Arrays.stream(State.values())
                            .map(department -> Pending.of(
                                    state,
                                    list(CITY, unit, Unit.DEPARTMENT),
                                    true,
                                    list(Unit.DEPARTMENT, department, Unit.MINISTRY),
                                    true)))
                    .anyMatch(Optional::isPresent);
            assertThat(waits).isTrue();
        }
    }

    private static Recommendation list(String unit, State state, String destination) {
        return state == null
                ? null
                : new Recommendation(
                        "2027/" + unit,
                        "2027",
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
