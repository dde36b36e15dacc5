package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.scoring.Scored;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProvinceListTest extends DataTest {

    @Autowired
    ProvinceList list;

    private Round round;
    private String first;
    private String second;

    @BeforeEach
    void twoScored() {
        round = givenRound();
        first = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        second = givenApplication(round, "city-440200", ApplicationState.REVIEWED);
        Scored.by(jdbc, round, UnitType.DEPARTMENT, first, 90);
        Scored.by(jdbc, round, UnitType.DEPARTMENT, second, 80);
    }

    @Test
    @DisplayName("R3.5 empty list while projects are reviewed → refused; nothing reviewed → nothing to hold against it")
    void empty() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> list.check(round.id(), List.of()))
                .withMessageContainingAll("公示名单是空的", "2 项");
        assertThatCode(() -> list.check(givenRound().id(), List.of())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R3.5 expert taken off, the replacing review not in → list not made public, on it or not")
    void scoredAgain() {
        reopenPanel(second, "REMOVED");
        jdbc.sql("update review_panel set scored_again_since = opened_at where application_id = :id")
                .param("id", second)
                .update();

        assertThat(list.scoredAgain(round.id())).containsExactly(second);
        for (List<String> made : List.of(List.of(first), List.of(first, second))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> list.check(round.id(), made))
                    .withMessageContainingAll(second, "还没有评完");
        }
    }

    @Test
    @DisplayName("R3.5 late project scored for the first time → the others' list is made public")
    void late() {
        reopenPanel(second, "READING");

        assertThatCode(() -> list.check(round.id(), List.of(first))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "R3.5 late project scored for the first time, an expert of it taken off → the others' list all the same")
    void lateWithRemoved() {
        reopenPanel(second, "REMOVED");

        assertThat(list.scoredAgain(round.id())).isEmpty();
        assertThatCode(() -> list.check(round.id(), List.of(first))).doesNotThrowAnyException();
    }

    private void reopenPanel(String application, String state) {
        jdbc.sql("update review_panel set closed_at = null where application_id = :id")
                .param("id", application)
                .update();
        jdbc.sql("""
                update review_assignment set state = :state, total = null
                where panel_id in (select id from review_panel where application_id = :id)""").param("state", state).param("id", application).update();
    }
}
