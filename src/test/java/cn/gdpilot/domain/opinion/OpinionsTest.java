package cn.gdpilot.domain.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One opinion a level and application. */
class OpinionsTest {

    private static final Instant AT = Instant.parse("2026-12-10T08:00:00Z");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Opinions opinions;

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {"PASS, -", "FAIL, ' '"})
        @DisplayName("R3.5 opinion without grounds → refused")
        void incomplete(ReviewOutcome outcome, String grounds) {
            String id = givenApplication(givenRound(), "city-440100", ApplicationState.RECOMMENDED);

            assertThatThrownBy(() -> opinions.give(UnitType.DEPARTMENT, id, outcome, grounds, "reviewer", AT))
                    .isInstanceOf(Refusal.class);
            assertThat(opinions.find(UnitType.DEPARTMENT, id)).isEmpty();
        }

        @Test
        @DisplayName("R3.5 levels give their opinions → each its own; one set aside → room for another")
        void levels() {
            String id = givenApplication(givenRound(), "ca-44", ApplicationState.ACCEPTED);
            opinions.give(UnitType.COMMS_ADMIN, id, ReviewOutcome.FAIL, " 数据不全 ", "reviewer", AT);
            opinions.give(UnitType.MINISTRY, id, ReviewOutcome.PASS, "好", "expert", AT);

            assertThat(opinions.find(UnitType.COMMS_ADMIN, id)).hasValueSatisfying(given -> {
                assertThat(given.passes()).isFalse();
                assertThat(given.grounds()).isEqualTo("数据不全");
            });
            opinions.setAside(UnitType.COMMS_ADMIN, id, "异议成立", AT);
            assertThat(opinions.find(UnitType.COMMS_ADMIN, id)).isEmpty();
            opinions.give(UnitType.COMMS_ADMIN, id, ReviewOutcome.PASS, "好", "reviewer", AT);
            assertThat(opinions.of(List.of(id)).get(id)).hasSize(2).allMatch(Opinion::passes);
        }

        @Committed
        @Test
        @DisplayName("R3.5 two reviewers of one office at once → one opinion, the other is told")
        void atOnceByTwo() throws Exception {
            Round round = committed(this::givenRound);
            for (int i = 0; i < 5; i++) {
                String id = committed(() -> givenApplication(round, "city-440100", ApplicationState.RECOMMENDED));

                List<Outcome<Opinion>> both = atOnce(
                        () -> opinions.give(UnitType.DEPARTMENT, id, ReviewOutcome.PASS, "好", "first", AT),
                        () -> opinions.give(UnitType.DEPARTMENT, id, ReviewOutcome.FAIL, "差", "second", AT));

                assertThat(both).filteredOn(Outcome::committed).hasSize(1);
                assertThat(both)
                        .filteredOn(one -> !one.committed())
                        .allSatisfy(one -> assertThat(one.failure()).isInstanceOf(Refusal.class));
            }
        }
    }
}
