package cn.gdpilot.domain.project;

import static cn.gdpilot.domain.project.ApplicationState.MISSED_DEADLINE;
import static cn.gdpilot.domain.project.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The way of an application: which step may follow which, and what each state means. */
class ApplicationStateTest {

    /** A line a state: the states that may follow it; every pair that is not named is forbidden. */
    private static final Map<ApplicationState, Set<ApplicationState>> WAYS = ways("""
            DRAFT           SUBMITTED WITHDRAWN VOID
            SUBMITTED       RETURNED ACCEPTED REFUSED WITHDRAWN MISSED_DEADLINE VOID
            RETURNED        SUBMITTED REFUSED WITHDRAWN MISSED_DEADLINE VOID
            ACCEPTED        RANKED NOT_RECOMMENDED WITHDRAWN MISSED_DEADLINE VOID
            REFUSED         SUBMITTED
            RANKED          ACCEPTED RECOMMENDED NOT_RECOMMENDED WITHDRAWN MISSED_DEADLINE VOID
            RECOMMENDED     RANKED REVIEWED NOT_FORWARDED SELECTED NOT_SELECTED WITHDRAWN MISSED_DEADLINE VOID
            NOT_RECOMMENDED ACCEPTED RECOMMENDED
            REVIEWED        DUPLICATE FORWARDED NOT_FORWARDED WITHDRAWN MISSED_DEADLINE VOID
            DUPLICATE       REVIEWED WITHDRAWN
            FORWARDED       REVIEWED SELECTED NOT_SELECTED WITHDRAWN MISSED_DEADLINE VOID
            NOT_FORWARDED   RECOMMENDED FORWARDED
            SELECTED        PILOT
            NOT_SELECTED    SELECTED
            PILOT           PILOT_ENDED
            PILOT_ENDED
            WITHDRAWN
            VOID
            MISSED_DEADLINE SUBMITTED RETURNED ACCEPTED RANKED RECOMMENDED REVIEWED FORWARDED
            """);

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @MethodSource("pairs")
    @DisplayName("one state after another → allowed only as the table of ways says")
    void step(ApplicationState from, ApplicationState to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ApplicationState.values())
                .flatMap(from -> Arrays.stream(ApplicationState.values())
                        .map(to -> Arguments.of(from, to, WAYS.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0}: editable {1}, withdrawable {2}, takes a place {3}, over {4}")
    @CsvSource({
        // state,        editable, withdrawable, place, over
        "DRAFT,           true,  true,  false, false",
        "SUBMITTED,       false, true,  true,  false",
        "RETURNED,        true,  true,  true,  false",
        "ACCEPTED,        false, true,  true,  false",
        "REFUSED,         false, false, false, true",
        "RANKED,          false, true,  true,  false",
        "RECOMMENDED,     false, true,  true,  false",
        "NOT_RECOMMENDED, false, false, true,  true",
        "REVIEWED,        false, true,  true,  false",
        "DUPLICATE,       false, false, true,  true",
        "FORWARDED,       false, true,  true,  false",
        "NOT_FORWARDED,   false, false, true,  true",
        "SELECTED,        false, false, true,  false",
        "NOT_SELECTED,    false, false, true,  true",
        "PILOT,           false, false, true,  false",
        "PILOT_ENDED,     false, false, false, true",
        "WITHDRAWN,       false, false, false, true",
        "MISSED_DEADLINE, false, false, false, true",
        "VOID,            false, false, false, true"
    })
    @DisplayName("R2.8 R2.9 R3.9 a state → edited, withdrawn, counted or over")
    void meaning(ApplicationState state, boolean editable, boolean withdrawable, boolean counts, boolean over) {
        assertThat(state.editable()).isEqualTo(editable);
        assertThat(state.withdrawable()).isEqualTo(withdrawable);
        assertThat(state.countsAgainstLimits()).isEqualTo(counts);
        assertThat(state.over()).isEqualTo(over);
    }

    @Test
    @DisplayName("R3.9 withdrawn → no way back")
    void withdrawn() {
        assertThat(ApplicationState.values()).noneMatch(WITHDRAWN::mayBecome);
    }

    @Test
    @DisplayName("R4.1 missed → back only to a state that may miss a deadline")
    void reinstated() {
        assertThat(ApplicationState.values())
                .filteredOn(MISSED_DEADLINE::mayBecome)
                .isNotEmpty()
                .allMatch(before -> before.mayBecome(MISSED_DEADLINE));
    }

    private static Map<ApplicationState, Set<ApplicationState>> ways(String table) {
        return table.lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .collect(Collectors.toMap(
                        line -> ApplicationState.valueOf(line.get(0)),
                        line -> line.stream()
                                .skip(1)
                                .map(ApplicationState::valueOf)
                                .collect(Collectors.toSet()),
                        (first, second) -> first,
                        TreeMap::new));
    }
}
