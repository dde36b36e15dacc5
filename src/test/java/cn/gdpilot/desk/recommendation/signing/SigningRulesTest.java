package cn.gdpilot.desk.recommendation.signing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.desk.recommendation.ranking.ListChanges;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When a list may be signed, and by whom. */
class SigningRulesTest {

    private static final String CITY = "city-440100";
    private static final String SHENZHEN = "city-440300";
    private static final Actor HANDLER = new Actor("handler", CITY);
    private static final Actor LEAD = new Actor("lead", CITY);
    private static final Instant AT = Instant.parse("2026-12-07T08:00:00Z");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        SigningRules rules;

        @Autowired
        Recommendations lists;

        @Autowired
        RankingChanges changes;

        @Autowired
        ListChanges listChanges;

        @Autowired
        Publicities publicities;

        @Autowired
        DuplicatePairs pairs;

        @Autowired
        DepartmentSigning department;

        @Autowired
        QuotaTable quotas;

        private Round round;

        @BeforeEach
        void round() {
            round = givenRound();
        }

        @Test
        @DisplayName("R3.6 lead who had no hand in the settled order → may sign")
        void signed() {
            Recommendation list = givenSettled(CITY, ApplicationState.RANKED, 2);

            assertThatCode(() -> rules.check(list, LEAD)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("R3.6 lead who settled the order → may not sign, unless four eyes are off")
        void settledByLead() {
            Recommendation list = givenSettled(CITY, ApplicationState.RANKED, 1);
            SigningRules twoEyes = new SigningRules(changes, lists, department, listChanges, publicities, false);

            refused(list, HANDLER, "排定顺序的人不能签发同一名单");
            assertThatCode(() -> twoEyes.check(list, HANDLER)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("R3.6 lead who once changed an order that another settled → may not sign")
        void changedByLead() {
            String project = givenApplication(round, CITY, ApplicationState.RANKED);
            openList(CITY);
            lists.append(round.id(), CITY, project);
            changes.note(list(CITY), LEAD.person());
            lists.rank(round.id(), CITY, List.of(project));
            changes.note(list(CITY), HANDLER.person());
            lists.ranked(list(CITY), HANDLER.person(), null);

            refused(list(CITY), LEAD, "排定顺序的人不能签发同一名单");
        }

        @Test
        @DisplayName("R3.6 project withdrawn since the order was settled → not signed, it is named")
        void changedSince() {
            Recommendation list = givenSettled(CITY, ApplicationState.RANKED, 3);
            String first = lists.ranked(list).get(0);
            applications.advance(first, ApplicationState.WITHDRAWN, HANDLER, Grounds.NONE);
            lists.drop(first);

            refused(list(CITY), LEAD, "已撤回）");
            refused(list(CITY), LEAD, first);
            refused(list(CITY), LEAD, "现为 2 个项目");
        }

        @Test
        @DisplayName("R3.6 order that nobody settled → not signed")
        void unsettled() {
            refused(openList(CITY), LEAD, "名单又有变动");
        }

        @ParameterizedTest(name = "list of {0}, {1}, its project {2}: signed {3}")
        @CsvSource({
            "city-440400, RANKING, RANKED,      false",
            "city-440400, RANKED,  RANKED,      false",
            "city-440400, SIGNED,  RECOMMENDED, false",
            "city-440400, SENT,    RECOMMENDED, false",
            "city-440400, ARRIVED, RECOMMENDED, false",
            "city-440400, ARRIVED, REVIEWED,    true",
            "city-440400, ARRIVED, WITHDRAWN,   true",
            "city-440400, MISSED,  RECOMMENDED, true",
            "city-440300, RANKING, RANKED,      true",
            "ca-44,       SENT,    RECOMMENDED, true"
        })
        @DisplayName("R3.5 another list still under way to the Department → its own list waits")
        void lateList(String unit, State state, ApplicationState project, boolean signed) {
            Recommendation own = givenSettled(Unit.DEPARTMENT, ApplicationState.REVIEWED, 1);
            openList(unit);
            lists.append(round.id(), unit, givenApplication(round, unit, project));
            set(unit, state);

            if (signed) {
                assertThatCode(() -> rules.check(own, LEAD)).doesNotThrowAnyException();
            } else {
                refused(own, LEAD, units.get(unit).name() + "的补报尚未结束");
            }
        }

        @Test
        @DisplayName("R3.5 late list of another city → a city's own list waits for nobody")
        void lateListOfAnother() {
            Recommendation list = givenSettled(CITY, ApplicationState.RANKED, 1);
            openList("city-440400");

            assertThatCode(() -> rules.check(list, LEAD)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("R3.7 pair not decided → the Department does not sign, a city does")
        void openPair() {
            Recommendation own = givenSettled(Unit.DEPARTMENT, ApplicationState.REVIEWED, 1);
            Recommendation city = givenSettled(SHENZHEN, ApplicationState.RANKED, 1);
            String first = lists.ranked(own).get(0);
            String second = lists.ranked(city).get(0);
            String pair = givenPair(first, second);

            refused(own, LEAD, "还有疑似重复的项目尚未认定");
            assertThatCode(() -> rules.check(city, LEAD)).doesNotThrowAnyException();
            pairs.resolve(pair, DuplicateOutcome.DISTINCT, null, "两个项目", "handler", AT);
            set(SHENZHEN, State.ARRIVED);
            assertThatCode(() -> rules.check(own, LEAD)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("R3.5 expert taken off a closed panel → the Department's order waits for the further review")
        void openPanel() {
            Recommendation own = givenSettled(Unit.DEPARTMENT, ApplicationState.REVIEWED, 1);
            String project = lists.ranked(own).get(0);
            jdbc.sql("""
                    insert into review_panel (round_id, level_name, application_id, opened_at)
                    values (:round, 'DEPARTMENT', :project, :at)""")
                    .param("round", round.id())
                    .param("project", project)
                    .param("at", PilotClock.timestamp(AT))
                    .update();
            refused(own, LEAD, project);

            jdbc.sql("update review_panel set closed_at = opened_at").update();
            assertThatCode(() -> rules.check(own, LEAD)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("R3.6 list made public → signed with what stands there only")
        void publicList() {
            Recommendation list = givenSettled(CITY, ApplicationState.RANKED, 2);
            List<String> both = lists.ranked(list);
            publicities.open(round.id(), CITY, both.subList(0, 1), "handler", AT, AT, null);
            refused(list, LEAD, both.get(1));

            Publicity newer = publicities.open(round.id(), CITY, both, "handler", AT, AT, null);
            assertThatCode(() -> rules.check(list, LEAD)).doesNotThrowAnyException();

            publicities.change(newer.id(), both.get(0), PublicProject.State.TAKEN_OFF);
            refused(list, LEAD, both.get(0));
        }

        @Test
        @DisplayName(
                "R3.5 round makes the Department's list public, none was → not signed; round that makes none public → signed")
        void neverPublic() {
            publicities.organise(round.id(), Unit.DEPARTMENT, true);
            Recommendation own = givenSettled(Unit.DEPARTMENT, ApplicationState.REVIEWED, 1);
            refused(own, LEAD, "还没有公示过");

            publicities.organise(round.id(), Unit.DEPARTMENT, false);
            assertThatCode(() -> rules.check(own, LEAD)).doesNotThrowAnyException();
        }

        private void refused(Recommendation list, Actor lead, String words) {
            assertThatThrownBy(() -> rules.check(list, lead))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(words);
        }

        private Recommendation list(String unitId) {
            return lists.get(round.id(), unitId);
        }

        private Recommendation openList(String unitId) {
            Unit unit = units.get(unitId);
            lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
            return list(unitId);
        }

        private Recommendation givenSettled(String unitId, ApplicationState state, int projects) {
            openList(unitId);
            lists.rank(round.id(), unitId, givenApplications(projects, round, unitId, state));
            lists.ranked(list(unitId), HANDLER.person(), null);
            return list(unitId);
        }

        private void set(String unitId, State state) {
            jdbc.sql("update recommendation set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", list(unitId).id())
                    .update();
        }

        private String givenPair(String first, String second) {
            String id = first + "+" + second;
            jdbc.sql("""
                    insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message)
                    values (:id, :round, :first, :second, 0.9, 'SUSPECT', '相近')""")
                    .param("id", id)
                    .param("round", round.id())
                    .param("first", first)
                    .param("second", second)
                    .update();
            return id;
        }
    }
}
