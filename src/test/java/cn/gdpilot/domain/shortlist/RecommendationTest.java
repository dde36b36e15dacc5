package cn.gdpilot.domain.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.shortlist.Recommendation.State;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list's own facts say of it. */
class RecommendationTest {

    @ParameterizedTest(name = "{0}: open {1}, under way {2}")
    @CsvSource({
        "RANKING, true,  true",
        "RANKED,  true,  true",
        "SIGNED,  false, true",
        "SENT,    false, true",
        "ARRIVED, false, false",
        "MISSED,  false, false"
    })
    @DisplayName("R3.6 R4.1 a list's state → still open, still under way")
    void state(State state, boolean open, boolean underWay) {
        Recommendation list = RecommendationFixture.list("city-440100", "dept-44", state, 8);

        assertThat(list.open()).isEqualTo(open);
        assertThat(list.underWay()).isEqualTo(underWay);
    }

    @ParameterizedTest(name = "version 1, settled {0}: changed {1}")
    @CsvSource(
            nullValues = "-",
            value = {"1, false", "0, true", "2, true", "-, true"})
    @DisplayName("R3.6 order that is not the settled version → changed since")
    void changed(Integer settled, boolean changed) {
        assertThat(RecommendationFixture.settled(settled).changedSinceSettled()).isEqualTo(changed);
    }

    @ParameterizedTest(name = "ranked by {0}, signed {1}, sent {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       -,                    -,                    RANKING",
                "handler, -,                    -,                    RANKED",
                "handler, 2026-12-07T08:00:00Z, -,                    SIGNED",
                "-,       2026-12-07T08:00:00Z, -,                    SIGNED",
                "handler, 2026-12-07T08:00:00Z, 2026-12-07T09:00:00Z, SENT"
            })
    @DisplayName("R4.1 list that missed its deadline → back where it was")
    void reinstated(String rankedBy, Instant signedAt, Instant sentAt, State before) {
        assertThat(RecommendationFixture.missed(rankedBy, signedAt, sentAt).stateBeforeMissing())
                .isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "city-440100,    dept-44,  R3.2",
        "city-445100,    dept-44,  R3.2",
        "city-440300,    ministry, R3.3",
        "central-cnpc,   ministry, R3.4",
        "ca-44,          ministry, R3.5",
        "dept-44,        ministry, R3.5"
    })
    @DisplayName("R3.2–R3.5 a unit and where it reports → the rule of its quota")
    void quotaRule(String unit, String destination, String rule) {
        assertThat(RecommendationFixture.list(unit, destination, State.RANKING, 8)
                        .quotaRule())
                .isEqualTo(rule);
    }
}
