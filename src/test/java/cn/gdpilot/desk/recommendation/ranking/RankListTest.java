package cn.gdpilot.desk.recommendation.ranking;

import static cn.gdpilot.domain.identity.UnitType.COMMS_ADMIN;
import static cn.gdpilot.domain.project.ApplicationState.ACCEPTED;
import static cn.gdpilot.domain.project.ApplicationState.RANKED;
import static cn.gdpilot.domain.project.ApplicationState.REVIEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.desk.recommendation.OpenList;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.scoring.Scored;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.MovedReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/** Which order a handler may save and settle, and what it means for the projects. */
class RankListTest {

    private static final String CITY = "city-440100";

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        RankList ranking;

        @Autowired
        Recommendations lists;

        @Autowired
        LeftOutReasons reasons;

        @Autowired
        MovedReasons movedReasons;

        @Autowired
        OpenList opening;

        @Autowired
        Publicities publicities;

        @Autowired
        Opinions opinions;

        @Autowired
        QuotaTable quotas;

        private Round round;

        @BeforeEach
        void givenList() {
            round = givenRound();
            openList(CITY);
        }

        @Test
        @DisplayName("R3.6 order saved, then shortened → listed ones ranked, the others accepted")
        void saved() {
            List<String> three = givenApplications(3, round, CITY, ACCEPTED);

            ranking.rank(round.id(), CITY, List.of(three.get(2), three.get(0)), OFFICER);
            assertThat(three).extracting(this::state).containsExactly(RANKED, ACCEPTED, RANKED);
            ranking.rank(round.id(), CITY, List.of(three.get(0)), OFFICER);

            assertThat(lists.ranked(list())).containsExactly(three.get(0));
            assertThat(three).extracting(this::state).containsExactly(RANKED, ACCEPTED, ACCEPTED);
        }

        @ParameterizedTest
        @EnumSource(
                value = ApplicationState.class,
                mode = Mode.EXCLUDE,
                names = {"ACCEPTED", "RANKED"})
        @DisplayName("R3.6 own project that is not accepted → refused, the list stays")
        void notAccepted(ApplicationState state) {
            String listed = givenApplication(round, CITY, ACCEPTED);
            ranking.rank(round.id(), CITY, List.of(listed), OFFICER);

            refused(List.of(listed, givenApplication(round, CITY, state)), "不在本单位可推荐的项目之列");
        }

        @Test
        @DisplayName("R3.6 another unit's or round's project, or none at all → refused, the list stays")
        void foreign() {
            ranking.rank(round.id(), CITY, List.of(givenApplication(round, CITY, ACCEPTED)), OFFICER);

            refused(List.of(givenApplication(round, "city-440400", ACCEPTED)), "不在本单位可推荐的项目之列");
            refused(List.of(givenApplication(givenRound(), CITY, ACCEPTED)), "不在本单位可推荐的项目之列");
            refused(List.of("GD1999-1"), "不在本单位可推荐的项目之列");
        }

        @Test
        @DisplayName("R3.6 a project named twice → refused, the list stays")
        void twice() {
            String project = givenApplication(round, CITY, ACCEPTED);
            ranking.rank(round.id(), CITY, List.of(project), OFFICER);

            assertThatThrownBy(() -> ranking.rank(round.id(), CITY, List.of(project, project), OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("出现了两次");
            assertThat(lists.ranked(list())).containsExactly(project);
        }

        @Committed
        @ParameterizedTest(name = "{0}: {2} taken, one more refused by {3}")
        @CsvSource({
            "city-440700, ACCEPTED, 8,  R3.2",
            "city-441400, ACCEPTED, 5,  R3.2",
            "dept-44,     REVIEWED, 30, R3.5"
        })
        @DisplayName(
                "R3.2 R3.5 order as long as the quota → saved; longer → refused, the saved order and all states stay")
        void quota(String unit, ApplicationState candidate, int places, String rule) {
            Round own = committed(this::givenRound);
            List<String> all = committed(() -> {
                Unit lister = units.get(unit);
                lists.open(own.id(), lister, quotas.of(lister), quotas.quotaSource(lister));
                return givenApplications(places + 1, own, unit.startsWith("city") ? unit : CITY, candidate);
            });
            List<String> most = all.subList(0, places);
            ranking.rank(own.id(), unit, most, OFFICER);

            assertThatThrownBy(() -> ranking.rank(own.id(), unit, all, OFFICER))
                    .hasMessageContaining("名额为 " + places + " 个")
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.rule()).isEqualTo(rule));

            assertThat(lists.ranked(lists.get(own.id(), unit))).isEqualTo(most);
            assertThat(state(all.get(places))).isEqualTo(candidate);
        }

        @Test
        @DisplayName("R3.6 list settled → by whom, with one reason for those without their own")
        void settled() {
            List<String> three = givenApplications(3, round, CITY, ACCEPTED);
            reasons.write(list(), three.get(1), "材料不全");

            ranking.settle(round.id(), CITY, three.subList(0, 1), "名额有限", null, OFFICER);

            assertThat(list().state()).isEqualTo(State.RANKED);
            assertThat(list().rankedBy()).isEqualTo(OFFICER.person());
            assertThat(reasons.of(list()))
                    .containsEntry(three.get(1), "材料不全")
                    .containsEntry(three.get(2), "名额有限")
                    .hasSize(2);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "city-440100, ACCEPTED",
            "city-440300, ACCEPTED",
            "central-sample-power, ACCEPTED",
            "ca-44, ACCEPTED",
            "dept-44, REVIEWED"
        })
        @DisplayName(
                "R3.6 candidate neither listed nor left out with a reason → settling refused, named; with one → settled")
        void leftOutWithReason(String unit, ApplicationState candidate) {
            openList(unit);
            List<String> three = givenApplications(3, round, unit.startsWith("dept") ? CITY : unit, candidate);
            three.forEach(id -> opinions.give(COMMS_ADMIN, id, ReviewOutcome.PASS, "好", "reviewer", Instant.EPOCH));
            List<String> first = three.subList(0, 1);
            reasons.write(lists.get(round.id(), unit), three.get(1), "材料不全");

            assertThatThrownBy(() -> ranking.settle(round.id(), unit, first, null, null, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(2) + "“")
                    .hasMessageNotContaining(three.get(1));
            assertThatThrownBy(() -> ranking.settle(round.id(), unit, first, "GD1999-1：好", null, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("GD1999-1");
            assertThat(lists.get(round.id(), unit).open()).isTrue();

            ranking.settle(round.id(), unit, first, three.get(2) + "：成效不明显", null, OFFICER);
            assertThat(reasons.of(lists.get(round.id(), unit)))
                    .containsOnly(entry(three.get(1), "材料不全"), entry(three.get(2), "成效不明显"));
        }

        @Test
        @DisplayName("R4.8 empty list settled → only with a reason of the unit's own, kept while the list is empty")
        void zero() {
            String accepted = givenApplication(round, CITY, ACCEPTED);
            reasons.write(list(), accepted, "材料不全");

            for (String none : Arrays.asList(null, accepted + "：未建成")) {
                assertThatThrownBy(() -> ranking.settle(round.id(), CITY, List.of(), none, null, OFFICER))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("零报送");
            }
            ranking.settle(round.id(), CITY, List.of(), "本市项目均未建成", null, OFFICER);
            assertThat(list().zeroReason()).isEqualTo("本市项目均未建成");

            lists.reopened(list());
            assertThat(list().zeroReason()).isNull();
            ranking.settle(round.id(), CITY, List.of(accepted), "本市项目均未建成", null, OFFICER);
            assertThat(list().zeroReason()).isNull();
        }

        @Test
        @DisplayName("R3.2 quota used up → the ninth still needs a reason")
        void belowTheLine() {
            List<String> nine = givenApplications(9, round, CITY, ACCEPTED);

            assertThatThrownBy(() -> ranking.settle(round.id(), CITY, nine.subList(0, 8), null, null, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(nine.get(8));
        }

        @Test
        @DisplayName("R3.5 list was public → the Department starts from it; moved without a reason → refused and named")
        void startsFromThePublicList() {
            List<String> three = givenApplications(3, round, CITY, REVIEWED);
            publicities.open(
                    round.id(), Unit.DEPARTMENT, three, "officer", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null);

            moved(three);
        }

        @Test
        @DisplayName(
                "R3.5 experts have scored → the Department starts from the order of merit; moved without a reason → refused")
        void startsFromTheOrderOfMerit() {
            List<String> three = givenApplications(3, round, CITY, REVIEWED);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(0), 90);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(1), 80);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(2), 70);

            moved(three);
        }

        @Test
        @DisplayName("R3.5 list public, then made public no further → starts in the order of merit")
        void startsFromMeritWhereForgone() {
            List<String> three = givenApplications(3, round, CITY, REVIEWED);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(0), 90);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(1), 80);
            Scored.by(jdbc, round, UnitType.DEPARTMENT, three.get(2), 70);
            List<String> asPublic = List.of(three.get(2), three.get(0), three.get(1));
            publicities.open(
                    round.id(),
                    Unit.DEPARTMENT,
                    asPublic,
                    "officer",
                    Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(1),
                    null);
            publicities.forgo(round.id(), Unit.DEPARTMENT, "来不及再公示", "officer", Instant.EPOCH.plusSeconds(2));

            moved(three);
        }

        private void moved(List<String> three) {
            opening.prepare(round.id(), Unit.DEPARTMENT);
            assertThat(lists.ranked(lists.get(round.id(), Unit.DEPARTMENT))).isEqualTo(three);
            List<String> changed = List.of(three.get(1), three.get(2), three.get(0));

            assertThatThrownBy(() -> ranking.settle(round.id(), Unit.DEPARTMENT, changed, null, null, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(0) + "“")
                    .hasMessageNotContaining(three.get(1));
            ranking.settle(round.id(), Unit.DEPARTMENT, changed, null, three.get(0) + "：实施进度偏慢", OFFICER);

            Recommendation list = lists.get(round.id(), Unit.DEPARTMENT);
            assertThat(list.state()).isEqualTo(State.RANKED);
            assertThat(movedReasons.of(list)).containsOnly(entry(three.get(0), "实施进度偏慢"));
        }

        @Test
        @DisplayName("R3.5 three public projects with better points dropped without a reason → refused, each named")
        void publicOnesDropped() {
            List<String> five = givenApplications(5, round, CITY, REVIEWED);
            publicities.open(
                    round.id(), Unit.DEPARTMENT, five, "officer", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null);
            opening.prepare(round.id(), Unit.DEPARTMENT);

            assertThatThrownBy(
                            () -> ranking.settle(round.id(), Unit.DEPARTMENT, five.subList(3, 5), null, null, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(five.get(0), five.get(1), five.get(2));
        }

        @Test
        @DisplayName("R3.5 the list was changed already → opening it again puts nothing on it")
        void openedAgain() {
            List<String> two = givenApplications(2, round, CITY, REVIEWED);
            publicities.open(
                    round.id(), Unit.DEPARTMENT, two, "officer", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null);
            opening.prepare(round.id(), Unit.DEPARTMENT);
            ranking.rank(round.id(), Unit.DEPARTMENT, List.of(), OFFICER);

            opening.prepare(round.id(), Unit.DEPARTMENT);

            assertThat(lists.ranked(lists.get(round.id(), Unit.DEPARTMENT))).isEmpty();
        }

        @Test
        @DisplayName("R3.5 the Department saves its order → a reviewed project stays reviewed")
        void department() {
            openList(Unit.DEPARTMENT);
            String reviewed = givenApplication(round, CITY, REVIEWED);

            ranking.rank(round.id(), Unit.DEPARTMENT, List.of(reviewed), OFFICER);

            assertThat(lists.ranked(lists.get(round.id(), Unit.DEPARTMENT))).containsExactly(reviewed);
            assertThat(state(reviewed)).isEqualTo(REVIEWED);
        }

        private void refused(List<String> order, String words) {
            List<String> before = lists.ranked(list());
            assertThatThrownBy(() -> ranking.rank(round.id(), CITY, order, OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(words);
            assertThat(lists.ranked(list())).isEqualTo(before);
        }

        private Recommendation list() {
            return lists.get(round.id(), CITY);
        }

        private void openList(String unitId) {
            Unit unit = units.get(unitId);
            lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
        }
    }
}
