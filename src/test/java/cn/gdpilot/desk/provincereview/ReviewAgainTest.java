package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicatePairs.SetAside;
import cn.gdpilot.domain.duplicate.GivenPair;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Department has decided is put right where it upholds an objection. */
class ReviewAgainTest extends DataTest {

    private static final Actor OFFICER = new Actor("dept-44", Unit.DEPARTMENT);

    @Autowired
    ReviewAgain again;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    Publicities publicities;

    private Round round;
    private String project;

    @BeforeEach
    void round() {
        round = givenRound();
    }

    @Test
    @DisplayName("R2.10 objection to a duplicate upheld → two projects by its grounds, the old verdict kept beside")
    void noDuplicate() {
        project = givenApplication(round, "city-440100", ApplicationState.DUPLICATE);
        String kept = givenApplication(round, "city-440200", ApplicationState.REVIEWED);
        String pair = GivenPair.same(jdbc, round, project, kept, "同一产线");

        uphold(Reversal.NO_DUPLICATE, "两条产线，位于两市");

        assertThat(state(project)).isEqualTo(ApplicationState.REVIEWED);
        assertThat(pairs.get(pair).outcome()).isEqualTo(DuplicateOutcome.DISTINCT);
        assertThat(pairs.get(pair).grounds()).contains("异议成立", "两条产线，位于两市");
        assertThat(pairs.get(pair).resolvedBy()).isEqualTo("dept-44");
        assertThat(pairs.setAside(pair))
                .extracting(SetAside::keptId, SetAside::grounds)
                .containsExactly(tuple(kept, "同一产线"));
    }

    @Test
    @DisplayName("R2.10 objection to a duplicate upheld → what was dropped for that project itself stays one with it")
    void droppedForIt() {
        project = givenApplication(round, "city-440100", ApplicationState.DUPLICATE);
        String pair = GivenPair.same(
                jdbc, round, givenApplication(round, "city-440300", ApplicationState.DUPLICATE), project, "同一产线");

        uphold(Reversal.NO_DUPLICATE, "两条产线");

        assertThat(pairs.get(pair).outcome()).isEqualTo(DuplicateOutcome.SAME);
    }

    @Test
    @DisplayName(
            "objection would put a project on the public list that stands there → refused; taken off before → taken")
    void stands() {
        project = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        long list = publicities
                .open(round.id(), Unit.DEPARTMENT, List.of(project), "dept-44", Instant.EPOCH, Instant.EPOCH, null)
                .id();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uphold(Reversal.ON_THE_LIST, "应当列入"))
                .withMessageContainingAll(project, "已在名单上");

        publicities.change(list, project, PublicProject.State.TAKEN_OFF);
        uphold(Reversal.ON_THE_LIST, "应当列入");
    }

    private void uphold(Reversal reversal, String grounds) {
        again.check(new Upheld(reversal, round.id(), Unit.DEPARTMENT, project, grounds, OFFICER))
                .apply();
    }
}
