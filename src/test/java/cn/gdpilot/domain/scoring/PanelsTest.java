package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PanelsTest extends DataTest {

    private static final Instant AT = Instant.parse("2026-12-09T00:00:00Z");

    @Autowired
    Panels panels;

    private String project;

    @BeforeEach
    void closed() {
        var round = givenRound();
        project = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        Scored.by(jdbc, round, UnitType.DEPARTMENT, project, 90);
    }

    @Test
    @DisplayName(
            "R3.5 score of a closed panel counts no more → scored again until it is closed; before and after → not")
    void scoredAgain() {
        assertThat(panel().scoredAgain()).isFalse();

        panels.scoreAgain(panel().id(), AT);
        assertThat(panel().scoredAgain()).isTrue();

        panels.close(panel().id(), AT, null);
        assertThat(panel().scoredAgain()).isFalse();
    }

    @Test
    @DisplayName("R3.5 reading that was broken off goes on → not scored again, its project had no place")
    void goesOn() {
        panels.reopen(panel().id());

        assertThat(panel().closed()).isFalse();
        assertThat(panel().scoredAgain()).isFalse();
    }

    private Panel panel() {
        return panels.find(UnitType.DEPARTMENT, project).orElseThrow();
    }
}
