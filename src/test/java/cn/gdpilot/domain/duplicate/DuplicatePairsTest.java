package cn.gdpilot.domain.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DuplicatePairsTest extends DataTest {

    private static final Evidence EVIDENCE = new Evidence(0.9, true, true, true, List.of(), List.of(), List.of(), 0);

    @Autowired
    DuplicatePairs pairs;

    private Round round;
    private String first;
    private String second;

    @BeforeEach
    void sureOfOne() {
        round = givenRound();
        first = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        second = givenApplication(round, "city-440200", ApplicationState.REVIEWED);
        whenFound(DuplicateVerdict.SAME, "同一项目", "v1");
    }

    @Test
    @DisplayName("R2.10 pair that a table held apart, a later version suspects → open, by what that version says")
    void heldApartByTable() {
        whenDecided(Actor.SYSTEM.person());

        whenFound(DuplicateVerdict.SUSPECT, "名称相近", "v3");

        assertThat(pair().outcome()).isNull();
        assertThat(pair().resolvedBy()).isNull();
        assertThat(pair().verdict()).isEqualTo(DuplicateVerdict.SUSPECT);
        assertThat(pair().message()).isEqualTo("名称相近");
        assertThat(pair().source()).isEqualTo("v3");
    }

    @Test
    @DisplayName("R3.7 pair that nobody has decided, a later version is less sure → no rule goes by the former verdict")
    void undecided() {
        whenFound(DuplicateVerdict.SUSPECT, "名称相近", "v2");

        assertThat(pair().verdict()).isEqualTo(DuplicateVerdict.SUSPECT);
        assertThat(pair().source()).isEqualTo("v2");
    }

    @Test
    @DisplayName("R2.10 pair that a person held apart, a later version suspects → stays decided, by what was said then")
    void heldApartByPerson() {
        whenDecided("dept-44");

        whenFound(DuplicateVerdict.SUSPECT, "名称相近", "v3");

        assertThat(pair().outcome()).isEqualTo(DuplicateOutcome.DISTINCT);
        assertThat(pair().source()).isEqualTo("v1");
    }

    @Test
    @DisplayName("R2.10 two projects by the table → held apart by nobody; by a person → held apart")
    void heldApart() {
        whenDecided(Actor.SYSTEM.person());
        assertThat(pairs.heldApart(first, second)).isFalse();

        pairs.add(round.id(), first, second, EVIDENCE, new Judgement(DuplicateVerdict.SUSPECT, ""), "v2");
        whenDecided("dept-44");
        assertThat(pairs.heldApart(second, first)).isTrue();
    }

    @Test
    @DisplayName(
            "R2.5 a pilot and an application that the table takes for two → held apart by nobody; by a person → held apart")
    void heldApartFromPilot() {
        String pair =
                GivenPair.withPilot(jdbc, round, givenApplication(round, "city-440100", ApplicationState.REVIEWED));
        DuplicatePair open = pairs.get(pair);
        pairs.decide(pair, DuplicateOutcome.DISTINCT, null, "按表", Actor.SYSTEM.person(), Instant.EPOCH);
        assertThat(pairs.heldApart(open.firstId(), open.pilotId())).isFalse();

        jdbc.sql("update duplicate_pair set resolved_by = 'dept-44' where id = :id")
                .param("id", pair)
                .update();
        assertThat(pairs.heldApart(open.firstId(), open.pilotId())).isTrue();
    }

    private void whenFound(DuplicateVerdict verdict, String message, String source) {
        pairs.add(round.id(), first, second, EVIDENCE, new Judgement(verdict, message), source);
    }

    private void whenDecided(String person) {
        pairs.resolve(pair().id(), DuplicateOutcome.DISTINCT, null, "两条产线", person, Instant.EPOCH);
    }

    private DuplicatePair pair() {
        return pairs.of(first, second).orElseThrow();
    }
}
