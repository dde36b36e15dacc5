package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.PlannedStep.Light;
import cn.gdpilot.domain.deadline.PlannedStep.Step;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026: the cities' deadline is Tuesday 12-08, the ministry's Sunday 12-20; eight working days lie between. */
class BackPlanTest {

    private static final Round ROUND = round("2026");
    private static final LocalDate EIGHTH = LocalDate.parse("2026-12-08");
    private static final String HEADS = "round,step,working_days,only_if\n";

    @TempDir
    Path folder;

    private final UnitDeadlines deadlines = mock();
    private WorkingDays workingDays;

    @BeforeEach
    void calendar() {
        workingDays = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);
        when(deadlines.delivery(any(), eq(Unit.DEPARTMENT))).thenReturn(ROUND.ministry());
    }

    @Test
    @DisplayName("R4.3 steps planned backward → each ends before the next begins, the last by the Friday before 12-20")
    void backward() throws IOException {
        List<PlannedStep> plan = plan(",REVIEW,3,\n,SIGNING,1,\n,COURIER,2,\n").of(ROUND, Set.of(), Set.of(), EIGHTH);

        assertThat(plan)
                .extracting(step -> step.step() + " " + step.first() + " " + step.last())
                .containsExactly(
                        "REVIEW 2026-12-11 2026-12-15",
                        "SIGNING 2026-12-16 2026-12-16",
                        "COURIER 2026-12-17 2026-12-18");
    }

    @ParameterizedTest
    @CsvSource({"6, GREEN", "7, YELLOW", "8, YELLOW", "9, RED"})
    @DisplayName("R4.3 steps of 6, 7, 8, 9 days in eight working days → green, yellow, yellow, red")
    void lights(int days, Light light) throws IOException {
        assertThat(plan(",REVIEW," + days + ",\n").of(ROUND, Set.of(), Set.of(), EIGHTH))
                .extracting(PlannedStep::light)
                .containsExactly(light);
    }

    @Test
    @DisplayName("R4.3 two working days lost → yellow turns red; a step that is over is not counted any more")
    void late() throws IOException {
        BackPlan plan = plan(",REVIEW,4,\n,COURIER,4,\n");

        assertThat(plan.of(ROUND, Set.of(), Set.of(), LocalDate.parse("2026-12-11")))
                .extracting(PlannedStep::light)
                .containsExactly(Light.RED, Light.RED);
        assertThat(plan.of(ROUND, Set.of(), EnumSet.of(Step.REVIEW), LocalDate.parse("2026-12-11")))
                .extracting(PlannedStep::light)
                .containsExactly(Light.DONE, Light.GREEN);
    }

    @Test
    @DisplayName("R4.3 steps that a round does not have → not planned; a line of the round wins over that of all")
    void perRound() throws IOException {
        BackPlan plan = plan(",REVIEW,3,\n,PUBLICITY,5,PUBLICITY\n2026,REVIEW,2,\n");

        assertThat(plan.of(ROUND, Set.of(), Set.of(), EIGHTH))
                .extracting(step -> step.step() + " " + step.workingDays())
                .containsExactly("REVIEW 2");
        assertThat(plan.of(round("2025"), Set.of(Step.PUBLICITY), Set.of(), EIGHTH))
                .extracting(step -> step.step() + " " + step.workingDays())
                .containsExactly("REVIEW 3", "PUBLICITY 5");
    }

    @Test
    @DisplayName("R4.3 publicity before answers, signature and courier of four days → over by 12-14, four days at most")
    void publicity() throws IOException {
        BackPlan plan = plan(",PUBLICITY,5,PUBLICITY\n,OBJECTIONS,2,PUBLICITY\n,SIGNING,1,\n,COURIER,1,\n");

        assertThat(plan.publicityEndsBy(ROUND, Unit.DEPARTMENT)).isEqualTo(LocalDate.parse("2026-12-14"));
        assertThat(plan.longestPublicity(ROUND, Unit.DEPARTMENT, EIGHTH)).isEqualTo(4);
        assertThat(plan.longestPublicity(ROUND, Unit.DEPARTMENT, LocalDate.parse("2026-12-14")))
                .isZero();
        assertThat(plan.longestPublicity(ROUND, Unit.DEPARTMENT, LocalDate.parse("2026-12-17")))
                .isZero();
    }

    @Test
    @DisplayName(
            "R4.3 ministry gives the Department until 12-22 → plan and publicity have two days more; the CA's has not")
    void ownDay() throws IOException {
        when(deadlines.delivery("2026", Unit.DEPARTMENT))
                .thenReturn(new Deadline(Instant.parse("2026-12-22T16:00:00Z")));
        when(deadlines.delivery("2026", Unit.COMMUNICATIONS)).thenReturn(ROUND.ministry());
        BackPlan plan = plan(",COURIER,1,\n");

        assertThat(plan.of(ROUND, Set.of(), Set.of(), EIGHTH))
                .extracting(PlannedStep::last)
                .containsExactly(LocalDate.parse("2026-12-22"));
        assertThat(plan.publicityEndsBy(ROUND, Unit.DEPARTMENT)).isEqualTo(LocalDate.parse("2026-12-21"));
        assertThat(plan.publicityEndsBy(ROUND, Unit.COMMUNICATIONS)).isEqualTo(LocalDate.parse("2026-12-17"));
    }

    @Test
    @DisplayName("R4.3 shipped durations without experts, checks and publicity → green on the cities' last day")
    void shipped() {
        BackPlan plan = new BackPlan(new ReferenceFiles(Path.of("content/reference")), workingDays, deadlines);

        assertThat(plan.of(ROUND, Set.of(), Set.of(), EIGHTH))
                .extracting(PlannedStep::light)
                .containsOnly(Light.GREEN);
        assertThat(plan.of(ROUND, EnumSet.of(Step.EXPERTS, Step.CHECKS, Step.PUBLICITY), Set.of(), EIGHTH))
                .extracting(PlannedStep::light)
                .containsOnly(Light.RED);
    }

    private BackPlan plan(String rows) throws IOException {
        Files.writeString(folder.resolve("back-plan.csv"), HEADS + rows);
        return new BackPlan(new ReferenceFiles(folder), workingDays, deadlines);
    }

    private static Round round(String id) {
        return new Round(
                id,
                2026,
                "批次",
                "",
                Instant.parse("2026-12-08T09:30:00Z"),
                Instant.parse("2026-12-20T16:00:00Z"),
                Instant.parse("2026-11-29T00:00:00Z"),
                null,
                null,
                null);
    }
}
