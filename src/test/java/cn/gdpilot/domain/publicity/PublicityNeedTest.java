package cn.gdpilot.domain.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.scoring.Panels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R3.5 whoever comes late is public before the Department ranks, by a publicity of its own. */
class PublicityNeedTest extends DataTest {

    private static final Instant OPENED = Instant.parse("2030-12-09T02:00:00Z");

    private final List<String> proposed = new ArrayList<>();

    @Autowired
    Publicities publicities;

    @Autowired
    Opinions opinions;

    @Autowired
    Panels panels;

    @Autowired
    DuplicatePairs pairs;

    private PublicityNeed need;
    private Round round;

    @BeforeEach
    void round() {
        need = new PublicityNeed(List.of(new Proposal()), publicities, opinions, panels, pairs);
        round = givenRound();
        publicities.organise(round.id(), Unit.DEPARTMENT, true);
    }

    @Test
    @DisplayName("R3.5 list public, another project reviewed since → public once more; reviewed before, left off → not")
    void reviewedSince() {
        givenPublic(givenReviewed(OPENED.minusSeconds(60)));
        proposed.add(givenReviewed(OPENED.minusSeconds(60)));
        assertThat(neededForLate()).isFalse();

        proposed.add(givenReviewed(OPENED.plusSeconds(60)));
        assertThat(neededForLate()).isTrue();
        assertThat(need.needed(round.id(), Unit.DEPARTMENT)).isTrue();
    }

    @Test
    @DisplayName(
            "R3.5 reviewed before, scored since the list is public → public once more; scored before, left off → not")
    void scoredSince() {
        givenPublic(givenReviewed(OPENED.minusSeconds(60)));
        String scored = givenReviewed(OPENED.minusSeconds(60));
        proposed.add(scored);
        givenPanel(scored, OPENED.minusSeconds(30));
        assertThat(neededForLate()).isFalse();

        jdbc.sql("update review_panel set closed_at = :at where application_id = :id")
                .param("at", PilotClock.timestamp(OPENED.plusSeconds(30)))
                .param("id", scored)
                .update();
        assertThat(neededForLate()).isTrue();
    }

    @Test
    @DisplayName("R3.5 reviewed before, its pair decided since the list is public → public once more")
    void heldApartSince() {
        givenPublic(givenReviewed(OPENED.minusSeconds(60)));
        proposed.add(givenReviewed(OPENED.minusSeconds(60)));
        givenPair(proposed.get(1), proposed.get(0));
        assertThat(neededForLate()).isFalse();

        pairs.resolve("pair", DuplicateOutcome.DISTINCT, null, "两条产线", "dept-44", OPENED.plusSeconds(30));
        assertThat(neededForLate()).isTrue();
    }

    private void givenPair(String first, String second) {
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message)
                values ('pair', :round, :first, :second, 0.9, 'SUSPECT', '')""")
                .param("round", round.id())
                .param("first", first)
                .param("second", second)
                .update();
    }

    @Test
    @DisplayName("R3.5 reviewed late, public since → not once more")
    void publicSince() {
        givenPublic(givenReviewed(OPENED.plusSeconds(60)));

        assertThat(neededForLate()).isFalse();
        assertThat(need.needed(round.id(), Unit.DEPARTMENT)).isFalse();
    }

    @Test
    @DisplayName("R3.5 reviewed late, the round makes no list public any more → none")
    void notOrganised() {
        givenPublic(givenReviewed(OPENED));
        proposed.add(givenReviewed(OPENED.plusSeconds(60)));
        publicities.organise(round.id(), Unit.DEPARTMENT, false);

        assertThat(neededForLate()).isFalse();
    }

    @Test
    @DisplayName(
            "R3.5 reviewed late, office makes its list public no further → none; another reviewed since → once more")
    void forgone() {
        givenPublic(givenReviewed(OPENED.minusSeconds(60)));
        proposed.add(givenReviewed(OPENED.plusSeconds(60)));
        publicities.forgo(round.id(), Unit.DEPARTMENT, "来不及", "dept-44", OPENED.plusSeconds(90));
        assertThat(neededForLate()).isFalse();
        assertThat(need.needed(round.id(), Unit.DEPARTMENT)).isFalse();
        assertThat(need.notPublic(round.id(), Unit.DEPARTMENT)).containsExactly(proposed.get(1));

        proposed.add(givenReviewed(OPENED.plusSeconds(120)));
        assertThat(neededForLate()).isTrue();
        assertThat(need.needed(round.id(), Unit.DEPARTMENT)).isTrue();
    }

    @Test
    @DisplayName(
            "R3.5 list public after the office had made an earlier one public no further → what it left off stays off")
    void publicAfterForgone() {
        publicities.forgo(round.id(), Unit.DEPARTMENT, "来不及", "dept-44", OPENED.minusSeconds(90));
        givenPublic(givenReviewed(OPENED.minusSeconds(120)));
        proposed.add(givenReviewed(OPENED.minusSeconds(60)));

        assertThat(neededForLate()).isFalse();
    }

    @Test
    @DisplayName("R3.5 round makes lists public, none was, something to list → due; nothing to list, or public → not")
    void neverPublic() {
        assertThat(need.neverPublic(round.id(), Unit.DEPARTMENT)).isFalse();

        String project = givenReviewed(OPENED);
        proposed.add(project);
        assertThat(need.neverPublic(round.id(), Unit.DEPARTMENT)).isTrue();

        proposed.clear();
        givenPublic(project);
        assertThat(need.neverPublic(round.id(), Unit.DEPARTMENT)).isFalse();
    }

    @Test
    @DisplayName("R3.5 round makes no list public → none was, none is due")
    void neverPublicNotOrganised() {
        proposed.add(givenReviewed(OPENED));
        publicities.organise(round.id(), Unit.DEPARTMENT, false);

        assertThat(need.neverPublic(round.id(), Unit.DEPARTMENT)).isFalse();
    }

    private boolean neededForLate() {
        return need.neededForLate(round.id(), Unit.DEPARTMENT);
    }

    private String givenReviewed(Instant at) {
        String id = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        opinions.give(UnitType.DEPARTMENT, id, ReviewOutcome.PASS, "符合条件", "dept-44", at);
        return id;
    }

    private void givenPanel(String project, Instant closedAt) {
        jdbc.sql("""
                insert into review_panel (round_id, level_name, application_id, opened_at, closed_at)
                values (:round, 'DEPARTMENT', :id, :opened, :closed)""")
                .param("round", round.id())
                .param("id", project)
                .param("opened", PilotClock.timestamp(closedAt.minusSeconds(60)))
                .param("closed", PilotClock.timestamp(closedAt))
                .update();
    }

    private void givenPublic(String project) {
        proposed.add(project);
        publicities.open(
                round.id(), Unit.DEPARTMENT, List.of(project), "dept-44", OPENED, OPENED.plusSeconds(86_400), null);
    }

    private class Proposal implements ListToPublish {

        @Override
        public String unitId() {
            return Unit.DEPARTMENT;
        }

        @Override
        public List<String> proposed(String roundId) {
            return proposed;
        }

        @Override
        public void check(String roundId, List<String> list) {}
    }
}
