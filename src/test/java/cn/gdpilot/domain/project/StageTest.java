package cn.gdpilot.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a state shows that an application has come. */
class StageTest {

    @ParameterizedTest(name = "{0}: {1}, reported straight to the ministry: {2}")
    @CsvSource({
        "DRAFT,           SUBMITTED,   SUBMITTED",
        "SUBMITTED,       SUBMITTED,   SUBMITTED",
        "RETURNED,        SUBMITTED,   SUBMITTED",
        "REFUSED,         SUBMITTED,   SUBMITTED",
        "ACCEPTED,        ACCEPTED,    ACCEPTED",
        "RANKED,          ACCEPTED,    ACCEPTED",
        "NOT_RECOMMENDED, SUBMITTED,   SUBMITTED",
        "RECOMMENDED,     RECOMMENDED, FORWARDED",
        "REVIEWED,        REVIEWED,    FORWARDED",
        "DUPLICATE,       REVIEWED,    FORWARDED",
        "NOT_FORWARDED,   SUBMITTED,   SUBMITTED",
        "FORWARDED,       FORWARDED,   FORWARDED",
        "NOT_SELECTED,    FORWARDED,   FORWARDED",
        "SELECTED,        SELECTED,    SELECTED",
        "PILOT,           SELECTED,    SELECTED",
        "PILOT_ENDED,     SELECTED,    SELECTED",
        "WITHDRAWN,       SUBMITTED,   SUBMITTED",
        "MISSED_DEADLINE, SUBMITTED,   SUBMITTED"
    })
    @DisplayName("R3.3 R3.4 a state → the stage it shows, by the Department or straight")
    void shown(ApplicationState state, Stage throughDepartment, Stage direct) {
        assertThat(Stage.shownBy(state, false)).isEqualTo(throughDepartment);
        assertThat(Stage.shownBy(state, true)).isEqualTo(direct);
    }
}
