package cn.gdpilot.domain.eligibility.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Refusal;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** R2.3: what a registry answers is a hint, what a person finds out counts. */
class CreditLookupsTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        CreditLookups lookups;

        @Autowired
        PilotClock clock;

        private String id;

        @BeforeEach
        void givenSubmitted() {
            id = givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED);
        }

        @Test
        @DisplayName("R2.3 registry answers → kept, counts for nothing")
        void registry() {
            lookups.answered(id, new CreditAnswer(CreditAnswer.State.DISHONEST, "有记录"), OFFICER);

            assertThat(lookups.of(id)).singleElement().satisfies(one -> {
                assertThat(one.source()).isEqualTo(CreditLookup.Source.REGISTRY);
                assertThat(one.clean()).isFalse();
                assertThat(one.person()).isEqualTo("officer");
                assertThat(one.at()).isCloseTo(clock.now(), within(5, ChronoUnit.SECONDS));
            });
            assertThat(lookups.counting(id)).isEmpty();
        }

        @Test
        @DisplayName("R2.3 two people find out → the later counts, the earlier is kept")
        void people() {
            lookups.found(id, CreditAnswer.State.DISHONEST, null, null, OFFICER);
            lookups.found(id, CreditAnswer.State.CLEAN, " 已修复 ", null, OFFICER);
            lookups.answered(id, new CreditAnswer(CreditAnswer.State.DISHONEST, "有记录"), OFFICER);

            assertThat(lookups.counting(id)).hasValueSatisfying(one -> {
                assertThat(one.clean()).isTrue();
                assertThat(one.remark()).isEqualTo("已修复");
            });
            assertThat(lookups.of(id)).extracting(CreditLookup::remark).containsExactly("", "已修复", "有记录");
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {"UNAVAILABLE", "-"})
        @DisplayName("R2.3 result that is none of the two → refused, nothing is kept")
        void noResult(CreditAnswer.State result) {
            assertThatThrownBy(() -> lookups.found(id, result, "", null, OFFICER))
                    .isInstanceOf(Refusal.class);
            assertThat(lookups.of(id)).isEmpty();
        }

        @Test
        @DisplayName("remark of 500 characters → kept; of 501 → refused")
        void longRemark() {
            lookups.found(id, CreditAnswer.State.CLEAN, "长".repeat(500), null, OFFICER);

            assertThatThrownBy(() -> lookups.found(id, CreditAnswer.State.CLEAN, "长".repeat(501), null, OFFICER))
                    .isInstanceOf(Refusal.class);
            assertThat(lookups.of(id)).hasSize(1);
        }
    }
}
