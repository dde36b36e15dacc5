package cn.gdpilot.desk.ministryreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An upheld objection puts a project on the ministry's selection; it cannot put both of a pair there. */
class ChangeSelectionTest extends DataTest {

    private static final Actor OFFICER = new Actor("ministry-1", Unit.MINISTRY);

    @Autowired
    ChangeSelection changing;

    @Autowired
    SelectLate late;

    @Autowired
    DecideSelection deciding;

    @Autowired
    Selections selections;

    @Autowired
    ReceivedAlike alike;

    @Autowired
    ReviewReceived received;

    @Autowired
    Recommendations lists;

    @Autowired
    Opinions opinions;

    @Autowired
    QuotaTable quotas;

    private Round round;
    private String selected;
    private String other;

    @BeforeEach
    void onePairReceived() {
        round = givenRound();
        selected = givenApplication(round, "city-440100", givenApplicant(), "高炉群控", ApplicationState.FORWARDED);
        other = givenApplication(round, "city-440200", givenApplicant(), "高炉群控", ApplicationState.FORWARDED);
        Unit department = units.get(Unit.DEPARTMENT);
        lists.open(round.id(), department, quotas.of(department), "test");
        lists.rank(round.id(), Unit.DEPARTMENT, List.of(selected, other));
        lists.arrived(lists.get(round.id(), Unit.DEPARTMENT), Instant.parse("2026-12-15T00:00:00Z"));
        List.of(selected, other)
                .forEach(
                        id -> opinions.give(UnitType.MINISTRY, id, ReviewOutcome.PASS, "好", "reviewer", Instant.EPOCH));
        deciding.decide(round.id(), new DecideSelection.Chosen(List.of(selected), false, null, "择优"), OFFICER);
    }

    @Test
    @DisplayName("R2.10 objection would put the other of a pair beside the selected one → refused until held apart")
    void otherOfPair() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> putBack(other))
                .withMessageContainingAll(selected, other, "相近的项目")
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R2.10"));
        assertThat(selections.of(round.id())).containsExactly(selected);

        alike.holdApart(round.id(), received.received(round.id()), selected, other, "两座高炉", OFFICER);
        putBack(other);

        assertThat(selections.of(round.id())).containsExactlyInAnyOrder(selected, other);
    }

    @Test
    @DisplayName("R2.10 both of a pair on the selection, whatever put them there → not published until held apart")
    void published() {
        selections.change(round.id(), other, true, new Selections.Decision("ministry-1", Instant.now(), "属实"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deciding.toPublish(round.id(), OFFICER))
                .withMessageContainingAll(selected, other);
        assertThat(selections.isToBePublished(round.id())).isFalse();
    }

    @Test
    @DisplayName("R2.10 announced, the lead would add the other of a pair to the pilots → refused until held apart")
    void afterTheAnnouncement() {
        become(selected, ApplicationState.PILOT);
        become(other, ApplicationState.NOT_SELECTED);
        Upheld upheld = new Upheld(Reversal.SELECTED_LATE, round.id(), Unit.MINISTRY, other, "属实", OFFICER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> late.check(upheld))
                .withMessageContainingAll(selected, other);

        alike.holdApart(round.id(), received.compared(round.id()), selected, other, "两座高炉", OFFICER);
        late.check(upheld);
    }

    private void become(String id, ApplicationState state) {
        jdbc.sql("update application set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    @Test
    @DisplayName("objection would put a project on the selection that is on it already → refused in words")
    void stands() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> putBack(selected))
                .withMessageContaining("已在名单上");
    }

    private void putBack(String id) {
        changing.check(new Upheld(Reversal.ON_THE_SELECTION, round.id(), Unit.MINISTRY, id, "属实", OFFICER))
                .apply();
    }
}
