package cn.gdpilot.desk.ministryreview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SelectLateTest extends DataTest {

    @Autowired
    SelectLate late;

    @Test
    @Committed
    @DisplayName("R2.10 two leads add two alike projects in one instant → one is a pilot, the other refused")
    void alikeAtOnce() throws Exception {
        Round round = committed(this::givenRound);
        List<String> alike = committed(() -> List.of(project(round), project(round)));

        List<Outcome<Object>> outcomes = atOnce(adding(round, alike.get(0)), adding(round, alike.get(1)));

        assertThat(outcomes).filteredOn(Outcome::committed).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.committed())
                .extracting(Outcome::failure)
                .hasOnlyElementsOfType(Refusal.class)
                .allMatch(failure -> ((Refusal) failure).rule().equals("R2.10"));
        assertThat(alike).extracting(this::state).containsOnlyOnce(ApplicationState.PILOT);
    }

    private Callable<Object> adding(Round round, String project) {
        Upheld upheld = new Upheld(
                Reversal.SELECTED_LATE,
                round.id(),
                Unit.MINISTRY,
                project,
                "应当入选",
                new Actor("ministry-lead", Unit.MINISTRY));
        return () -> {
            late.check(upheld).apply();
            return project;
        };
    }

    private String project(Round round) {
        return givenApplication(round, "city-440100", givenApplicant(), "注塑车间能耗在线监测", ApplicationState.NOT_SELECTED);
    }
}
