package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.GivenPair;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SettleDuplicateTest extends DataTest {

    private static final Actor OFFICER = new Actor("dept-44", Unit.DEPARTMENT);

    @Autowired
    SettleDuplicate settle;

    @Autowired
    DuplicateSheet sheet;

    @Autowired
    DuplicatePairs pairs;

    private Round round;
    private String first;

    @BeforeEach
    void first() {
        round = givenRound();
        first = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName(
            "R3.7 the other goes past the Department, the officer keeps the first → refused in words, not turned round")
    void keptFirst() {
        String second = givenApplication(round, "central-sample-steel", ApplicationState.RECOMMENDED);
        String pair = GivenPair.open(jdbc, round, first, second);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> settle.resolve(pair, true, Keep.FIRST, "同一产线", OFFICER))
                .withMessageContainingAll(
                        second, units.get("central-sample-steel").name(), "请选“第二个”")
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R3.7"));

        assertThat(pairs.get(pair).outcome()).isNull();
        assertThat(state(first)).isEqualTo(ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName(
            "R2.10 the other goes past the Department and is not recommended yet → refused, and nothing else is said of it")
    void notRecommendedYet() {
        String second = givenApplication(round, "ca-44", ApplicationState.ACCEPTED);
        String pair = GivenPair.open(jdbc, round, first, second);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> settle.resolve(pair, true, Keep.FIRST, "同一产线", OFFICER))
                .withMessageContainingAll(second, units.get("ca-44").name(), "已受理", "还没有推荐")
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R2.10"));
        assertThat(pairs.get(pair).outcome()).isNull();
    }

    @Test
    @DisplayName("R2.5 the other is a running pilot, the officer keeps the application → refused in words")
    void keptBeforePilot() {
        String pair = GivenPair.withPilot(jdbc, round, first);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> settle.resolve(pair, true, Keep.FIRST, "同一产线", OFFICER))
                .withMessageContaining("名册不变")
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R2.5"));
        assertThat(pairs.get(pair).outcome()).isNull();
    }

    @Test
    @DisplayName(
            "R3.7 the other goes past the Department → the form proposes to keep it; both the Department's → nothing")
    void proposed() {
        String past = givenApplication(round, "central-sample-steel", ApplicationState.RECOMMENDED);
        String ours = givenApplication(round, "city-440200", ApplicationState.REVIEWED);

        assertThat(sheet.keep(GivenPair.open(jdbc, round, first, past))).isEqualTo("SECOND");
        assertThat(sheet.keep(GivenPair.open(jdbc, round, first, ours))).isNull();
    }
}
