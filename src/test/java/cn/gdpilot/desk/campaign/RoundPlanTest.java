package cn.gdpilot.desk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.PlannedStep;
import cn.gdpilot.domain.deadline.PlannedStep.Light;
import cn.gdpilot.domain.deadline.PlannedStep.Step;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.opinion.ProjectChecks;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundPlanTest extends DataTest {

    @Autowired
    RoundPlan plan;

    @Autowired
    Publicities publicities;

    @Autowired
    ProjectChecks checks;

    @Autowired
    Recommendations lists;

    @Autowired
    QuotaTable quotas;

    @Test
    @DisplayName("R4.3 round with checks and publicity → both are planned between review and signature")
    void organised() {
        Round round = givenRound();
        assertThat(steps(round)).containsExactly(Step.REVIEW, Step.SIGNING, Step.COURIER);

        checks.organise(round.id(), CheckKind.values()[0], true);
        publicities.organise(round.id(), "dept-44", true);

        assertThat(steps(round))
                .containsExactly(Step.REVIEW, Step.CHECKS, Step.PUBLICITY, Step.OBJECTIONS, Step.SIGNING, Step.COURIER);
    }

    @Test
    @DisplayName("R4.3 publicity open → what comes before it is over; closed → the answers are, too")
    void done() {
        Round round = givenRound();
        publicities.organise(round.id(), "dept-44", true);
        assertThat(over(round)).isEmpty();

        long id = publicities
                .open(round.id(), "dept-44", List.of(), "officer", Instant.EPOCH, Instant.EPOCH, null)
                .id();
        assertThat(over(round)).containsExactly(Step.REVIEW);

        publicities.close(id, Instant.EPOCH);
        assertThat(over(round)).containsExactly(Step.REVIEW, Step.PUBLICITY, Step.OBJECTIONS);
    }

    @Test
    @DisplayName("R4.8 Department signs a zero report → every step is over")
    void zero() {
        Round round = givenRound();
        Unit department = units.get(Unit.DEPARTMENT);
        lists.open(round.id(), department, quotas.of(department), "test");

        lists.reportedZero(lists.get(round.id(), Unit.DEPARTMENT), "lead", Instant.EPOCH);

        assertThat(over(round)).isEqualTo(steps(round));
    }

    private List<Step> steps(Round round) {
        return plan.of(round).stream().map(PlannedStep::step).toList();
    }

    private List<Step> over(Round round) {
        return plan.of(round).stream()
                .filter(step -> step.light() == Light.DONE)
                .map(PlannedStep::step)
                .toList();
    }
}
