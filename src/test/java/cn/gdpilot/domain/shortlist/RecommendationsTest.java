package cn.gdpilot.domain.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The rows of lists: places within the quota, and every step from ranking to arrival. */
class RecommendationsTest {

    private static final String CITY = "city-440100";
    private static final String OTHER_CITY = "city-440400";
    private static final Instant AT = Instant.parse("2026-12-07T08:00:00Z");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Recommendations lists;

        @Autowired
        QuotaTable quotas;

        @Test
        @DisplayName("R3.2 R4.2 list opened twice → one list with the terms of the table")
        void opened() {
            Round round = givenRound();
            Unit city = units.get(CITY);

            lists.open(round.id(), city, quotas.of(city), "recommendation-quota v1");
            lists.open(round.id(), city, new Quota(1, UnitType.MINISTRY, DeadlineKind.MINISTRY, 1, 1, 1), "another");

            Recommendation list = lists.get(round.id(), CITY);
            assertThat(list.state()).isEqualTo(State.RANKING);
            assertThat(list.destination()).isEqualTo("dept-44");
            assertThat(list.deadline()).isEqualTo(DeadlineKind.CITY);
            assertThat(List.of(list.quota(), list.tableCopies(), list.paperCopies(), list.discCopies()))
                    .containsExactly(8, 2, 6, 1);
            assertThat(list.quotaSource()).isEqualTo("recommendation-quota v1");
            assertThat(list.listVersion()).isZero();
            assertThat(lists.ranked(list)).isEmpty();
        }

        @Test
        @DisplayName("unit without a list → not found")
        void unknown() {
            Round round = givenRound();

            assertThat(lists.find(round.id(), CITY)).isEmpty();
            for (Runnable asked :
                    List.<Runnable>of(() -> lists.get(round.id(), CITY), () -> lists.lock(round.id(), CITY))) {
                assertThatThrownBy(asked::run)
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
            }
        }

        @ParameterizedTest(name = "{0}: {1} places by {2}")
        @CsvSource({
            "city-440100, 8,  R3.2",
            "city-445100, 5,  R3.2",
            "city-440300, 15, R3.3",
            "ca-44,       30, R3.5",
            "dept-44,     30, R3.5"
        })
        @DisplayName("R3.2–R3.5 last place of the quota → taken; one more → refused by its rule")
        void quota(String unitId, int quota, String rule) {
            Round round = givenRound();
            givenList(round, unitId);
            List<String> projects = givenApplications(quota + 1, round, unitId, ApplicationState.ACCEPTED);
            List<String> fitting = projects.subList(0, quota);

            lists.rank(round.id(), unitId, fitting);
            refusedBy(rule, () -> lists.append(round.id(), unitId, projects.get(quota)));
            assertThat(lists.ranked(lists.get(round.id(), unitId))).isEqualTo(fitting);
            refusedBy(rule, () -> lists.supplement(lists.get(round.id(), unitId), projects.get(quota)));
            refusedBy(rule, () -> lists.rank(round.id(), unitId, projects));
        }

        @Test
        @DisplayName("R3.4 a central enterprise's eleventh project → refused")
        void central() {
            Round round = givenRound();
            Unit central = units.all().stream()
                    .filter(unit -> unit.id().startsWith("central-"))
                    .findFirst()
                    .orElseThrow();
            givenList(round, central.id());
            List<String> eleven = givenApplications(11, round, central.id(), ApplicationState.ACCEPTED);

            lists.rank(round.id(), central.id(), eleven.subList(0, 10));

            refusedBy("R3.4", () -> lists.append(round.id(), central.id(), eleven.get(10)));
        }

        @Test
        @DisplayName("R3.2 a place beyond the quota written past every check → refused by the database")
        void quotaOfDatabase() {
            Round round = givenRound();
            Recommendation list = givenList(round, CITY);
            String project = givenApplication(round, CITY, ApplicationState.ACCEPTED);

            assertThatThrownBy(() -> insert(list, project, 9)).isInstanceOf(DataIntegrityViolationException.class);
        }

        @Test
        @DisplayName("R3.6 one place given twice past every check → refused by the database")
        void placeOfDatabase() {
            Round round = givenRound();
            Recommendation list = givenList(round, CITY);
            List<String> two = givenApplications(2, round, CITY, ApplicationState.ACCEPTED);
            insert(list, two.get(0), 1);

            assertThatThrownBy(() -> insert(list, two.get(1), 1)).isInstanceOf(DataIntegrityViolationException.class);
        }

        @Test
        @DisplayName("R3.6 project put on the list again → stays where it is, the version too")
        void appendedTwice() {
            Round round = givenRound();
            givenList(round, CITY);
            List<String> two = givenApplications(2, round, CITY, ApplicationState.ACCEPTED);

            two.forEach(id -> lists.append(round.id(), CITY, id));
            lists.append(round.id(), CITY, two.get(0));

            Recommendation list = lists.get(round.id(), CITY);
            assertThat(lists.ranked(list)).isEqualTo(two);
            assertThat(list.listVersion()).isEqualTo(2);
        }

        @Test
        @DisplayName("R3.6 whole order replaced → the new one; a project named twice → refused")
        void ranked() {
            Round round = givenRound();
            givenList(round, CITY);
            List<String> three = givenApplications(3, round, CITY, ApplicationState.ACCEPTED);
            lists.rank(round.id(), CITY, three);

            List<String> other = List.of(three.get(2), three.get(0));
            lists.rank(round.id(), CITY, other);

            assertThat(lists.ranked(lists.get(round.id(), CITY))).isEqualTo(other);
            assertThat(lists.get(round.id(), CITY).listVersion()).isEqualTo(2);
            refusedBy("R3.6", () -> lists.rank(round.id(), CITY, List.of(three.get(0), three.get(1), three.get(0))));
            assertThat(lists.ranked(lists.get(round.id(), CITY))).isEqualTo(other);
        }

        @ParameterizedTest
        @EnumSource(State.class)
        @DisplayName("R3.6 order of a list changed → only until it is signed")
        void closed(State state) {
            Round round = givenRound();
            givenListIn(state, round);
            String project = givenApplication(round, CITY, ApplicationState.ACCEPTED);

            if (state.compareTo(State.SIGNED) < 0) {
                lists.append(round.id(), CITY, project);
                lists.rank(round.id(), CITY, List.of());
            } else {
                assertThatThrownBy(() -> lists.append(round.id(), CITY, project))
                        .isInstanceOf(Refusal.class);
                assertThatThrownBy(() -> lists.rank(round.id(), CITY, List.of()))
                        .isInstanceOf(Refusal.class);
            }
        }

        @ParameterizedTest
        @EnumSource(State.class)
        @DisplayName("R3.9 withdrawn project → off every open list; a signed list stays")
        void dropped(State state) {
            Round round = givenRound();
            givenList(round, CITY);
            List<String> three = givenApplications(3, round, CITY, ApplicationState.RANKED);
            lists.rank(round.id(), CITY, three);
            move(lists.get(round.id(), CITY), state);
            int version = lists.get(round.id(), CITY).listVersion();

            lists.drop(three.get(1));

            Recommendation list = lists.get(round.id(), CITY);
            boolean open = state.compareTo(State.SIGNED) < 0;
            assertThat(lists.ranked(list)).isEqualTo(open ? List.of(three.get(0), three.get(2)) : three);
            assertThat(list.listVersion()).isEqualTo(open ? version + 1 : version);
        }

        @Test
        @DisplayName("R3.6 settled, sent back, settled and signed → who did what, and of which version")
        void settledAndSigned() {
            Round round = givenRound();
            givenList(round, CITY);
            lists.rank(round.id(), CITY, List.of(givenApplication(round, CITY, ApplicationState.RANKED)));

            lists.ranked(lists.get(round.id(), CITY), "handler", null);
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.RANKED);
                assertThat(list.rankedBy()).isEqualTo("handler");
                assertThat(list.changedSinceSettled()).isFalse();
            });
            lists.changed(lists.get(round.id(), CITY));
            assertThat(lists.get(round.id(), CITY).changedSinceSettled()).isTrue();

            lists.reopened(lists.get(round.id(), CITY));
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.RANKING);
                assertThat(list.rankedBy()).isNull();
                assertThat(list.settledVersion()).isNull();
            });

            lists.ranked(lists.get(round.id(), CITY), "other handler", null);
            lists.signed(lists.get(round.id(), CITY), "lead", AT);
            lists.summaryMade(lists.get(round.id(), CITY), "f".repeat(64));
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.SIGNED);
                assertThat(list.rankedBy()).isEqualTo("other handler");
                assertThat(list.signedBy()).isEqualTo("lead");
                assertThat(list.signedAt()).isEqualTo(AT);
                assertThat(list.summarySha256()).isEqualTo("f".repeat(64));
            });

            lists.recalled(lists.get(round.id(), CITY));
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.RANKING);
                assertThat(list.rankedBy()).isNull();
                assertThat(list.signedBy()).isNull();
                assertThat(list.signedAt()).isNull();
                assertThat(list.summarySha256()).isNull();
                assertThat(list.settledVersion()).isNull();
            });
        }

        @Test
        @DisplayName("R4.1 sent and arrived → by whom, with which courier, and the moment that counts")
        void delivered() {
            Round round = givenRound();
            givenListIn(State.SIGNED, round);

            lists.sent(lists.get(round.id(), CITY), "handler", "SF123", AT);
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.SENT);
                assertThat(list.sentBy()).isEqualTo("handler");
                assertThat(list.courierNumber()).isEqualTo("SF123");
                assertThat(list.sentAt()).isEqualTo(AT);
            });

            lists.arrived(lists.get(round.id(), CITY), AT.plusSeconds(1));
            assertThat(lists.get(round.id(), CITY)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.ARRIVED);
                assertThat(list.arrivedAt()).isEqualTo(AT.plusSeconds(1));
            });
        }

        @ParameterizedTest
        @EnumSource(
                value = State.class,
                names = {"RANKING", "RANKED", "SIGNED", "SENT"})
        @DisplayName("R4.1 list missed and its window opened again → back where it was")
        void reinstated(State state) {
            Round round = givenRound();
            Recommendation list = givenListIn(state, round);

            lists.missed(List.of(list));
            assertThat(lists.get(round.id(), CITY).state()).isEqualTo(State.MISSED);

            assertThat(lists.reinstated(lists.get(round.id(), CITY)).state()).isEqualTo(state);
            assertThat(lists.get(round.id(), CITY).state()).isEqualTo(state);
        }

        @Test
        @DisplayName("R4.1 lists at the deadline → those neither arrived nor closed")
        void undelivered() {
            Round round = givenRound();
            givenListIn(State.ARRIVED, round);
            Recommendation open = givenList(round, OTHER_CITY);
            Recommendation other = givenList(round, "city-440300");
            givenList(givenRound(), CITY);

            assertThat(lists.lockUndelivered(round.id(), List.of(CITY, OTHER_CITY)))
                    .containsExactly(open);
            assertThat(lists.unitsUndelivered(round.id())).containsExactlyInAnyOrder(OTHER_CITY, "city-440300");
            lists.missed(List.of(open));
            lists.missed(List.of());
            assertThat(lists.unitsUndelivered(round.id())).containsExactly(other.unitId());
            assertThat(lists.ofRound(round.id()))
                    .extracting(Recommendation::unitId)
                    .containsExactly(CITY, "city-440300", OTHER_CITY);
        }

        @Test
        @DisplayName("R3.5 projects on lists that have arrived at an office → these only")
        void arrivedProjects() {
            Round round = givenRound();
            givenList(round, CITY);
            givenList(round, OTHER_CITY);
            String there = givenApplication(round, CITY, ApplicationState.RANKED);
            String underWay = givenApplication(round, OTHER_CITY, ApplicationState.RANKED);
            lists.append(round.id(), CITY, there);
            lists.append(round.id(), OTHER_CITY, underWay);

            lists.arrived(lists.get(round.id(), CITY), AT);

            assertThat(lists.projectsArrived(round.id(), "dept-44")).containsExactly(there);
            assertThat(lists.projectsArrived(round.id(), "ministry")).isEmpty();
            assertThat(lists.projectsArrived(givenRound().id(), "dept-44")).isEmpty();
            assertThat(lists.unitsRanking(underWay)).containsExactly(OTHER_CITY);
        }

        @Test
        @DisplayName("R3.2 project added to a list that has gone → behind the others")
        void supplemented() {
            Round round = givenRound();
            givenListIn(State.SENT, round);
            List<String> two = givenApplications(2, round, CITY, ApplicationState.NOT_RECOMMENDED);

            two.forEach(id -> lists.supplement(lists.get(round.id(), CITY), id));

            assertThat(lists.ranked(lists.get(round.id(), CITY))).isEqualTo(two);
        }

        @Committed
        @Test
        @DisplayName("R3.2 8th and 9th project put on a city's list at once → exactly one gets in")
        void ninthAtOnce() throws Exception {
            for (int i = 0; i < 5; i++) {
                Round round = committed(this::givenRound);
                List<String> nine = committed(() -> {
                    givenList(round, CITY);
                    List<String> all = givenApplications(9, round, CITY, ApplicationState.ACCEPTED);
                    lists.rank(round.id(), CITY, all.subList(0, 7));
                    return all;
                });

                List<Outcome<Boolean>> both =
                        atOnce(() -> append(round, nine.get(7)), () -> append(round, nine.get(8)));

                assertThat(both).filteredOn(Outcome::committed).hasSize(1);
                assertThat(both)
                        .filteredOn(one -> !one.committed())
                        .allSatisfy(one -> assertThat(one.failure())
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        no -> assertThat(no.rule()).isEqualTo("R3.2")));
                assertThat(lists.ranked(lists.get(round.id(), CITY))).hasSize(8);
            }
        }

        @Committed
        @Test
        @DisplayName("R3.6 one project put on a list twice in the same instant → it stands there once")
        void sameAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            String project = committed(() -> {
                givenList(round, CITY);
                return givenApplication(round, CITY, ApplicationState.ACCEPTED);
            });

            List<Outcome<Boolean>> both = atOnce(() -> append(round, project), () -> append(round, project));

            assertThat(both).allMatch(Outcome::committed);
            assertThat(lists.ranked(lists.get(round.id(), CITY))).containsExactly(project);
        }

        @Committed
        @Test
        @DisplayName("R3.9 signed in the instant of a withdrawal → with it or without it")
        void signedAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            List<String> two = committed(() -> {
                givenList(round, CITY);
                List<String> all = givenApplications(2, round, CITY, ApplicationState.RANKED);
                lists.rank(round.id(), CITY, all);
                return all;
            });

            List<Outcome<List<String>>> both = atOnce(
                    () -> {
                        Recommendation list = lists.lock(round.id(), CITY);
                        lists.signed(list, "lead", AT);
                        return lists.ranked(list);
                    },
                    () -> {
                        lists.drop(two.get(0));
                        return List.of();
                    });

            assertThat(both).allMatch(Outcome::committed);
            assertThat(lists.ranked(lists.get(round.id(), CITY)))
                    .isEqualTo(both.get(0).value());
        }

        private boolean append(Round round, String project) {
            lists.append(round.id(), CITY, project);
            return true;
        }

        private void refusedBy(String rule, Runnable work) {
            assertThatThrownBy(work::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.rule()).isEqualTo(rule));
        }

        private Recommendation givenList(Round round, String unitId) {
            Unit unit = units.get(unitId);
            lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
            return lists.get(round.id(), unitId);
        }

        private Recommendation givenListIn(State state, Round round) {
            return move(givenList(round, CITY), state);
        }

        /** Takes the list through every step up to there. */
        private Recommendation move(Recommendation list, State state) {
            List<Runnable> steps = new ArrayList<>();
            steps.add(() -> {});
            steps.add(() -> lists.ranked(list, "handler", null));
            steps.add(() -> lists.signed(list, "lead", AT));
            steps.add(() -> lists.sent(list, "handler", null, AT));
            steps.add(() -> lists.arrived(list, AT));
            if (state == State.MISSED) {
                lists.missed(List.of(list));
            } else if (state == State.ZERO) {
                lists.reportedZero(list, "lead", AT);
            } else {
                steps.subList(0, state.ordinal() + 1).forEach(Runnable::run);
            }
            return lists.get(list.roundId(), list.unitId());
        }

        private void insert(Recommendation list, String project, int place) {
            jdbc.sql(
                            "insert into ranked_project (recommendation_id, application_id, place, quota) values (:list, :project, :place, :quota)")
                    .param("list", list.id())
                    .param("project", project)
                    .param("place", place)
                    .param("quota", list.quota())
                    .update();
        }
    }
}
