package cn.gdpilot.desk.recommendation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Decider;
import cn.gdpilot.domain.project.Ending;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a signature decides about every project that could have been on the list. */
class SignListTest {

    private static final String CITY = "city-440100";
    private static final Actor LEAD = new Actor("lead", CITY);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        SignList signing;

        @Autowired
        Recommendations lists;

        @Autowired
        LeftOutReasons reasons;

        @Autowired
        Opinions opinions;

        @Autowired
        Timeline timeline;

        @Autowired
        QuotaTable quotas;

        @Autowired
        PilotClock clock;

        @ParameterizedTest(name = "{0}: listed {2}, left out {3} by {4}")
        @CsvSource({
            "city-440100, RANKED,   RECOMMENDED, NOT_RECOMMENDED, R3.6",
            "city-440300, RANKED,   RECOMMENDED, NOT_RECOMMENDED, R3.6",
            "dept-44,     REVIEWED, FORWARDED,   NOT_FORWARDED,   R3.5"
        })
        @DisplayName("R3.5 R3.6 list signed → listed ones go on, the others end with grounds")
        void signed(
                String unitId, ApplicationState before, ApplicationState listed, ApplicationState left, String rule) {
            Round round = givenRound();
            List<String> two = givenApplications(2, round, unitId, before);
            givenSettled(round, unitId, two.subList(0, 1));
            reasons.write(lists.get(round.id(), unitId), two.get(1), "成效不明显");

            signing.sign(round.id(), unitId, null, LEAD);

            assertThat(lists.get(round.id(), unitId)).satisfies(list -> {
                assertThat(list.state()).isEqualTo(State.SIGNED);
                assertThat(list.signedBy()).isEqualTo("lead");
                assertThat(list.signedAt()).isNotNull();
            });
            assertThat(state(two.get(0))).isEqualTo(listed);
            assertThat(state(two.get(1))).isEqualTo(left);
            TimelineEntry end = last(two.get(1));
            assertThat(end.rule()).isEqualTo(rule);
            assertThat(end.grounds()).endsWith("理由：成效不明显");
            assertThat(letters(two.get(1))).isEqualTo(1);
            assertThat(letters(two.get(0))).isZero();
        }

        @Test
        @DisplayName("R3.2 quota used up → the project below the line ends by the quota's rule")
        void full() {
            Round round = givenRound();
            List<String> nine = givenApplications(9, round, CITY, ApplicationState.RANKED);
            givenSettled(round, CITY, nine.subList(0, 8));
            givenReason(round, CITY, nine.get(8));

            signing.sign(round.id(), CITY, null, LEAD);

            assertThat(last(nine.get(8)).rule()).isEqualTo("R3.2");
            assertThat(nine.subList(0, 8)).allMatch(id -> state(id) == ApplicationState.RECOMMENDED);
        }

        @Test
        @DisplayName("R4.8 empty list signed → done, each accepted project ends with its grounds")
        void empty() {
            Round round = givenRound();
            String accepted = givenApplication(round, CITY, ApplicationState.ACCEPTED);
            givenSettled(round, CITY, List.of());
            givenReason(round, CITY, accepted);

            signing.sign(round.id(), CITY, null, LEAD);

            assertThat(lists.get(round.id(), CITY).state()).isEqualTo(State.ZERO);
            assertThat(last(accepted).grounds()).contains("本批次未推荐任何项目");
            assertThat(jdbc.sql("select body from outbox where dedup_key like :key and office = 'dept-44'")
                            .param("key", "zero-report/" + round.id() + "/" + CITY + "/%")
                            .query(String.class)
                            .single())
                    .contains("零报送", "无合适项目");
        }

        @Test
        @DisplayName("R4.8 zero report → done: past its deadline it is neither undelivered nor closed")
        void zeroIsDone() {
            Round round = givenRound();
            givenSettled(round, CITY, List.of());

            signing.sign(round.id(), CITY, null, LEAD);

            assertThat(lists.unitsUndelivered(round.id())).doesNotContain(CITY);
            assertThat(lists.lockUndelivered(round.id(), List.of(CITY))).isEmpty();
            assertThat(lists.get(round.id(), CITY).underWay()).isFalse();
        }

        @Test
        @DisplayName("R4.8 empty list without a typed reason → its signing refused")
        void zeroWithoutReason() {
            Round round = givenRound();
            givenSettled(round, CITY, List.of());
            lists.ranked(lists.get(round.id(), CITY), "handler", null);

            refused(round, CITY, null, "零报送的理由");
        }

        @Test
        @DisplayName("R4.8 zero report signed after the unit's deadline → refused")
        void zeroTooLate() {
            Round round = givenRound();
            givenSettled(round, CITY, List.of());
            rounds.move(round.id(), DeadlineKind.CITY, clock.now().minusSeconds(2));

            refused(round, CITY, null, "零报送须在");
        }

        @ParameterizedTest
        @CsvSource({"DRAFT", "WITHDRAWN", "REFUSED", "MISSED_DEADLINE"})
        @DisplayName("R3.6 project that was no candidate → a signature does not touch it")
        void noCandidate(ApplicationState state) {
            Round round = givenRound();
            String other = givenApplication(round, CITY, state);
            givenSettled(round, CITY, List.of());

            signing.sign(round.id(), CITY, null, LEAD);

            assertThat(state(other)).isEqualTo(state);
        }

        @Test
        @DisplayName("R3.5 the CA signs → a project that failed its review is no candidate")
        void communications() {
            Round round = givenRound();
            List<String> two = givenApplications(2, round, Unit.COMMUNICATIONS, ApplicationState.ACCEPTED);
            opinions.give(UnitType.COMMS_ADMIN, two.get(0), ReviewOutcome.PASS, "好", "reviewer", Instant.EPOCH);
            opinions.give(UnitType.COMMS_ADMIN, two.get(1), ReviewOutcome.FAIL, "数据不全", "reviewer", Instant.EPOCH);
            applications.advance(two.get(1), ApplicationState.NOT_RECOMMENDED, OFFICER, Grounds.NONE);
            givenSettled(round, Unit.COMMUNICATIONS, List.of());
            givenReason(round, Unit.COMMUNICATIONS, two.get(0));

            signing.sign(round.id(), Unit.COMMUNICATIONS, null, LEAD);

            assertThat(state(two.get(0))).isEqualTo(ApplicationState.NOT_RECOMMENDED);
            assertThat(timeline.of(two.get(1)))
                    .extracting(TimelineEntry::toState)
                    .containsOnlyOnce("NOT_RECOMMENDED");
        }

        @Test
        @DisplayName("R3.6 handler signs the own order → refused, nothing is decided")
        void fourEyes() {
            Round round = givenRound();
            String project = givenApplication(round, CITY, ApplicationState.RANKED);
            givenSettled(round, CITY, List.of(project));

            assertThatThrownBy(() -> signing.sign(round.id(), CITY, null, new Actor("handler", CITY)))
                    .isInstanceOf(Refusal.class);

            assertThat(state(project)).isEqualTo(ApplicationState.RANKED);
            assertThat(lists.get(round.id(), CITY).state()).isEqualTo(State.RANKED);
        }

        @Test
        @DisplayName("R3.6 lead sends the list back → ranked anew, its order kept")
        void givenBack() {
            Round round = givenRound();
            List<String> two = givenApplications(2, round, CITY, ApplicationState.RANKED);
            givenSettled(round, CITY, two);

            signing.giveBack(round.id(), CITY);

            assertThat(lists.get(round.id(), CITY).state()).isEqualTo(State.RANKING);
            assertThat(lists.ranked(lists.get(round.id(), CITY))).isEqualTo(two);
        }

        @Committed
        @Test
        @DisplayName("R3.6 list signed twice in the same instant → its projects are decided once")
        void twiceAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            List<String> two = committed(() -> {
                List<String> all = givenApplications(2, round, CITY, ApplicationState.RANKED);
                givenSettled(round, CITY, all.subList(0, 1));
                givenReason(round, CITY, all.get(1));
                return all;
            });

            atOnce(() -> sign(round), () -> sign(round));

            assertThat(timeline.of(two.get(0)))
                    .extracting(TimelineEntry::toState)
                    .containsOnlyOnce("RECOMMENDED");
            assertThat(timeline.of(two.get(1)))
                    .extracting(TimelineEntry::toState)
                    .containsOnlyOnce("NOT_RECOMMENDED");
        }

        private boolean sign(Round round) {
            signing.sign(round.id(), CITY, null, LEAD);
            return true;
        }

        @Test
        @DisplayName("R3.6 submitted application of the unit undecided → signing refused, named with the way out")
        void undecided() {
            Round round = givenRound();
            String undecided = givenApplication(round, CITY, ApplicationState.SUBMITTED);
            givenSettled(round, CITY, List.of());

            refused(
                    round,
                    CITY,
                    null,
                    undecided + "“" + applications.get(undecided).projectName() + "”",
                    "请先在“审核申请材料”中");

            assertThat(state(undecided)).isEqualTo(ApplicationState.SUBMITTED);
        }

        @Test
        @DisplayName("R3.6 project accepted since the list was settled → signing refused, named with the way out")
        void newlyAccepted() {
            Round round = givenRound();
            givenSettled(round, CITY, List.of(givenApplication(round, CITY, ApplicationState.RANKED)));
            String accepted = givenApplication(round, CITY, ApplicationState.ACCEPTED);

            refused(
                    round,
                    CITY,
                    null,
                    accepted + "“" + applications.get(accepted).projectName() + "”",
                    "请选择“退回重排”");
        }

        @Test
        @DisplayName("R3.5 project that the CA has accepted and not reviewed → its signing refused")
        void unreviewed() {
            Round round = givenRound();
            String accepted = givenApplication(round, Unit.COMMUNICATIONS, ApplicationState.ACCEPTED);
            givenSettled(round, Unit.COMMUNICATIONS, List.of());

            refused(round, Unit.COMMUNICATIONS, null, accepted, "尚未初审");
        }

        @Test
        @DisplayName("R3.1 returned and not corrected, no reason for not waiting → signing refused, each named")
        void notCorrected() {
            Round round = givenRound();
            List<String> two = givenApplications(2, round, CITY, ApplicationState.RETURNED);
            givenSettled(round, CITY, List.of());

            refused(round, CITY, null, two.get(0) + "“", two.get(1) + "“", "不再等待补正的理由");
            refused(round, CITY, two.get(0) + "：材料一直未补", two.get(1) + "“");
            refused(round, CITY, two.get(0) + "，企业放弃补正", two.get(0), "申请编号：理由");
            refused(round, CITY, "GD1999-00001：材料一直未补", "GD1999-00001");
            assertThat(two).allMatch(id -> state(id) == ApplicationState.RETURNED);
        }

        @Test
        @DisplayName(
                "R3.1 returned, the lead waits no longer with a reason → refused with it, told once, open to objection")
        void notAwaited() {
            Round round = givenRound();
            List<String> two = givenApplications(2, round, CITY, ApplicationState.RETURNED);
            givenSettled(round, CITY, List.of());

            signing.sign(round.id(), CITY, two.get(0) + "：审计报告始终未交\n其余：企业来电放弃补正", LEAD);

            assertThat(two).allMatch(id -> state(id) == ApplicationState.REFUSED);
            assertThat(last(two.get(0)).rule()).isEqualTo("R3.1");
            assertThat(last(two.get(0)).grounds()).contains("不再等待补正").endsWith("理由：审计报告始终未交");
            assertThat(last(two.get(1)).grounds()).endsWith("理由：其余：企业来电放弃补正");
            assertThat(Ending.answering(ApplicationState.REFUSED)).contains(Decider.UNIT);
            assertThat(jdbc.sql("select body from outbox where dedup_key like :key")
                            .param("key", "refusal/" + two.get(0) + "/%")
                            .query(String.class)
                            .single())
                    .contains("审计报告始终未交", "有异议的");
        }

        @Test
        @DisplayName("R3.1 one returned, its reason after its number and a comma → refused with the words alone")
        void oneNotAwaited() {
            Round round = givenRound();
            String one = givenApplication(round, CITY, ApplicationState.RETURNED);
            givenSettled(round, CITY, List.of());

            signing.sign(round.id(), CITY, one + "，企业放弃补正", LEAD);

            assertThat(last(one).grounds()).endsWith("理由：企业放弃补正");
        }

        private void refused(Round round, String unitId, String notAwaited, String... words) {
            assertThatThrownBy(() -> signing.sign(round.id(), unitId, notAwaited, LEAD))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(words);
            assertThat(lists.get(round.id(), unitId).state()).isEqualTo(State.RANKED);
        }

        private void givenReason(Round round, String unitId, String id) {
            reasons.write(lists.get(round.id(), unitId), id, "成效不明显");
        }

        private void givenSettled(Round round, String unitId, List<String> order) {
            Unit unit = units.get(unitId);
            lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
            lists.rank(round.id(), unitId, order);
            lists.ranked(lists.get(round.id(), unitId), "handler", order.isEmpty() ? "无合适项目" : null);
        }

        private TimelineEntry last(String id) {
            List<TimelineEntry> lines = timeline.of(id);
            return lines.get(lines.size() - 1);
        }

        private int letters(String id) {
            return jdbc.sql("select count(*) from outbox where dedup_key like :key")
                    .param("key", "left-out/" + id + "/%")
                    .query(Integer.class)
                    .single();
        }
    }
}
