package cn.gdpilot.desk.ministryreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Scored;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** The ministry's selection starts from the order of merit; passing over a better project takes a reason. */
class DecideSelectionTest {

    private static final Actor LEAD = new Actor("ministry-lead", Unit.MINISTRY);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        DecideSelection deciding;

        @Autowired
        PublishSelection publishing;

        @Autowired
        Selections selections;

        @Autowired
        ReviewReceived received;

        @Autowired
        ReceivedOrder order;

        @Autowired
        Panels panels;

        @Autowired
        MeritOrder merits;

        @Autowired
        Recommendations lists;

        @Autowired
        Opinions opinions;

        @Autowired
        QuotaTable quotas;

        private MinistryProjects projects;
        private Round round;
        private List<String> three;

        @BeforeEach
        void received() {
            // What is alike is no matter here.
            projects = new MinistryProjects(received, order, selections, units, panels, merits, mock());
            round = givenRound();
            three = givenApplications(3, round, "city-440100", ApplicationState.FORWARDED);
            Unit department = units.get(Unit.DEPARTMENT);
            lists.open(round.id(), department, quotas.of(department), "test");
            lists.rank(round.id(), Unit.DEPARTMENT, three);
            lists.arrived(lists.get(round.id(), Unit.DEPARTMENT), Instant.parse("2026-12-15T00:00:00Z"));
            three.forEach(
                    id -> opinions.give(UnitType.MINISTRY, id, ReviewOutcome.PASS, "好", "reviewer", Instant.EPOCH));
        }

        @Test
        @DisplayName(
                "R3.6 sheet of received projects → the Department as recommending unit with its order, not the city")
        void recommender() {
            assertThat(projects.sheet(round.id()))
                    .contains(units.get(Unit.DEPARTMENT).name() + " | 1", " | 3")
                    .doesNotContain(units.get("city-440100").name());
        }

        @Test
        @DisplayName("R3.8 experts have scored → the proposal starts from the order of merit")
        void start() {
            givenScores(70, 90, 80);

            assertThat(projects.proposal(round.id()).lines()).containsExactly(three.get(1), three.get(2), three.get(0));
        }

        @Test
        @DisplayName(
                "R3.8 better project passed over → refused and named; with a typed reason → decided, the reason kept")
        void passedOver() {
            givenScores(90, 80, 70);
            List<String> third = three.subList(2, 3);

            assertThatThrownBy(() -> decide(third, false, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(three.get(0) + "“", three.get(1) + "“");
            assertThatThrownBy(() -> decide(third, false, three.get(0) + "：同类已有三项"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(1) + "“")
                    .hasMessageNotContaining(three.get(0));
            assertThat(selections.decided(round.id())).isFalse();

            decide(third, false, three.get(0) + "：同类已有三项\n" + three.get(1) + "：数据存疑");

            assertThat(selections.of(round.id())).isEqualTo(third);
            assertThat(selections.whyPassedOver(round.id(), three.get(0))).contains("同类已有三项");
            assertThat(selections.whyPassedOver(round.id(), three.get(2))).isEmpty();
        }

        @Test
        @DisplayName("R3.8 project whose review failed passed over → no second reason asked")
        void failed() {
            givenScores(90, 80, 70);
            givenFailed(three.get(0));

            decide(three.subList(1, 2), false, null);

            assertThat(selections.decided(round.id())).isTrue();
        }

        @Test
        @DisplayName("R3.8 project whose review failed selected → refused and named")
        void failedSelected() {
            givenFailed(three.get(0));

            assertThatThrownBy(() -> decide(three, false, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(0) + "“")
                    .hasMessageNotContaining(three.get(1));
            assertThat(selections.decided(round.id())).isFalse();
        }

        @Test
        @DisplayName(
                "R3.5 review failed, put on by an upheld objection, decided anew → may stay; taken off since → not")
        void putOn() {
            givenFailed(three.get(0));
            givenChanged(three.get(0), true);
            deciding.reopen(round.id());

            decide(three, false, null);
            assertThat(selections.of(round.id())).containsExactlyInAnyOrderElementsOf(three);

            givenChanged(three.get(0), false);
            assertThatThrownBy(() -> decide(three, false, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(0) + "“");
        }

        @Test
        @DisplayName("R3.8 R3.9 selected project withdrawn before the announcement → to be decided anew, not published")
        void withdrawnMeanwhile() {
            decide(three, false, null);
            applications.advance(three.get(1), ApplicationState.WITHDRAWN, Actor.SYSTEM, Grounds.because("不再申报"));

            assertThatThrownBy(() -> deciding.toPublish(round.id(), LEAD))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(three.get(1));
            assertThat(selections.isToBePublished(round.id())).isFalse();
        }

        @Test
        @DisplayName(
                "R3.8 empty selection → refused until it is ticked; ticked beside projects → refused; ticked → decided")
        void none() {
            assertThatThrownBy(() -> decide(List.of(), false, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("本批次不选任何项目");
            assertThatThrownBy(() -> decide(three, true, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("3 个项目");

            decide(List.of(), true, null);

            assertThat(selections.of(round.id())).isEmpty();
            assertThat(selections.decided(round.id())).isTrue();
            deciding.reopen(round.id());
            assertThat(selections.decided(round.id())).isFalse();
        }

        @Test
        @DisplayName("R3.8 list on its way once the selection is decided → neither said to be published nor published")
        void onItsWay() {
            decide(three, false, null);
            Unit shenzhen = units.get("city-440300");
            lists.open(round.id(), shenzhen, quotas.of(shenzhen), "test");

            assertThatThrownBy(() -> deciding.toPublish(round.id(), LEAD))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(shenzhen.name());
            assertThat(selections.isToBePublished(round.id())).isFalse();

            selections.toPublish(round.id(), "officer", Instant.EPOCH);
            assertThatThrownBy(() -> publishing.publish(round.id()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(shenzhen.name());
            assertThat(rounds.get(round.id()).announcedAt()).isNull();
        }

        @Test
        @DisplayName("R3.8 selection decided → the round is held before anything is read")
        void held() {
            Rounds row = mock();
            Recommendations read = mock();

            new ReadyToSelect(row, read, units, received, panels).check(round.id());

            InOrder order = inOrder(row, read);
            order.verify(row).lock(round.id());
            order.verify(read).ofRound(round.id());
        }

        private void decide(List<String> selected, boolean none, String whyPassedOver) {
            deciding.decide(round.id(), new DecideSelection.Chosen(selected, none, whyPassedOver, "择优"), LEAD);
        }

        private void givenFailed(String project) {
            opinions.setAside(UnitType.MINISTRY, project, "复核", Instant.EPOCH);
            opinions.give(UnitType.MINISTRY, project, ReviewOutcome.FAIL, "视频不符", "reviewer", Instant.EPOCH);
        }

        private void givenChanged(String project, boolean selected) {
            selections.change(
                    round.id(),
                    project,
                    selected,
                    new Selections.Decision("officer", Instant.EPOCH.plusSeconds(1), "异议成立"));
        }

        private void givenScores(double... totals) {
            for (int i = 0; i < totals.length; i++) {
                Scored.by(jdbc, round, UnitType.MINISTRY, three.get(i), totals[i]);
            }
        }
    }
}
