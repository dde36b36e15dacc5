package cn.gdpilot.domain.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is noted beside a list: who changed it, and why a project is left out. */
class ListNotesTest {

    private static final String CITY = "city-440100";

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Recommendations lists;

        @Autowired
        RankingChanges changes;

        @Autowired
        LeftOutReasons reasons;

        @Autowired
        QuotaTable quotas;

        @Autowired
        PilotClock clock;

        private Round round;

        @BeforeEach
        void givenList() {
            round = givenRound();
            Unit city = units.get(CITY);
            lists.open(round.id(), city, quotas.of(city), quotas.quotaSource(city));
        }

        @Test
        @DisplayName("R3.6 list that nobody has changed → no change, by nobody")
        void unchanged() {
            assertThat(changes.latest(list())).isEmpty();
            assertThat(changes.by(list(), "handler")).isFalse();
        }

        @Test
        @DisplayName("R3.6 changed by two people → the latest counts, both had a hand in it")
        void changed() {
            lists.changed(list());
            changes.note(list(), "first");
            lists.changed(list());
            changes.note(list(), "second");

            assertThat(changes.latest(list())).hasValueSatisfying(change -> {
                assertThat(change.version()).isEqualTo(2);
                assertThat(change.changedBy()).isEqualTo("second");
                assertThat(change.changedAt()).isCloseTo(clock.now(), within(5, ChronoUnit.SECONDS));
            });
            assertThat(changes.by(list(), "first")).isTrue();
            assertThat(changes.by(list(), "second")).isTrue();
            assertThat(changes.by(list(), "lead")).isFalse();
        }

        @Test
        @DisplayName("R3.6 one version noted again → stays its first maker's")
        void notedTwice() {
            lists.changed(list());
            changes.note(list(), "first");
            changes.note(list(), "second");

            assertThat(changes.latest(list()))
                    .map(RankingChanges.Change::changedBy)
                    .contains("first");
            assertThat(changes.by(list(), "second")).isFalse();
        }

        @Test
        @DisplayName("R3.6 reason written, corrected, taken back → the last word, blanks cut off")
        void reasons() {
            List<String> two = givenApplications(2, round, CITY, ApplicationState.ACCEPTED);

            reasons.write(list(), two.get(0), "  成效不明显 ");
            reasons.write(list(), two.get(1), "未建成");
            assertThat(reasons.of(list()))
                    .containsEntry(two.get(0), "成效不明显")
                    .containsEntry(two.get(1), "未建成")
                    .hasSize(2);

            reasons.write(list(), two.get(0), "材料不全");
            reasons.write(list(), two.get(1), " ");
            assertThat(reasons.of(list())).containsEntry(two.get(0), "材料不全").hasSize(1);
        }

        private Recommendation list() {
            return lists.get(round.id(), CITY);
        }
    }
}
