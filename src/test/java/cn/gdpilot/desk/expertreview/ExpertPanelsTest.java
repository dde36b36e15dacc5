package cn.gdpilot.desk.expertreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.scoring.Average;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.ReviewPlan;
import cn.gdpilot.domain.scoring.ReviewPlans;
import cn.gdpilot.domain.scoring.Scored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sheet of an officer who settles a panel for which there is nobody left to ask. */
class ExpertPanelsTest extends DataTest {

    @Autowired
    Panels panels;

    @Autowired
    ReviewPlans plans;

    @Autowired
    Experts experts;

    private String project;

    @BeforeEach
    void oneScored() {
        Round round = givenRound();
        plans.write(new ReviewPlan(round.id(), UnitType.DEPARTMENT, true, 2, 15, 5, true, Average.MEAN));
        project = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        Scored.by(jdbc, round, UnitType.DEPARTMENT, project, 90.5);
    }

    @Test
    @DisplayName("R3.5 fewer experts than planned → the sheet says so, with the points of those who have scored")
    void few() {
        assertThat(sheet()).contains("原因：无合适专家", "已评 1 人", "须评 2 人", "90.5");
    }

    @Test
    @DisplayName("R3.5 totals too far apart → the sheet says so, with the spread and both totals")
    void farApart() {
        Scored.further(jdbc, UnitType.DEPARTMENT, project, 60);

        assertThat(sheet()).contains("原因：分差超限", "相差 30.5 分", "规定的 15 分", "90.5", "60.0");
    }

    @Test
    @DisplayName("R3.5 totals too far apart and fewer experts than planned → the sheet says both")
    void both() {
        Scored.further(jdbc, UnitType.DEPARTMENT, project, 60);
        assertThat(sheet()).doesNotContain("少于");

        plans.write(new ReviewPlan(
                applications.get(project).roundId(), UnitType.DEPARTMENT, true, 3, 15, 5, true, Average.MEAN));

        assertThat(sheet()).contains("原因：分差超限", "已评 2 人，少于本批次每项须评的 3 人");
    }

    private String sheet() {
        // People's signs and ours are escaped alike.
        return new ExpertPanels(panels, plans, mock(), experts, units, applications)
                .sheet(Unit.DEPARTMENT, project)
                .replace("\\", "");
    }
}
