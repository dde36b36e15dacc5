package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.unattended.Work.Instance;
import cn.gdpilot.desk.campaign.unattended.Work.Item;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.pending.Pending;
import cn.gdpilot.domain.pending.PendingMatter;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R3.5 what has arrived at the Department is in the loop of its review, once, also where it came late. */
class ComparisonTest {

    private static final String ROUND = "2030";
    private static final String PROJECT = "GD2030-00001";
    private static final Item IN_THE_LOOP = new Item("province-review", ROUND, PROJECT);

    @Test
    @DisplayName("R3.5 late project, review runs, no task for it → nothing waits")
    void notReviewed() {
        assertThat(faults(review(false), List.of(), List.of())).singleElement().satisfies(fault -> {
            assertThat(fault.fault()).isEqualTo(Fault.NOTHING_WAITS);
            assertThat(fault.subject()).isEqualTo(PROJECT);
            assertThat(fault.expected()).isEqualTo("province-review UserTask_ReviewProject");
        });
    }

    @Test
    @DisplayName("R3.5 late project, its task beside the others' review → no fault; twice → waits twice")
    void reviewedBeside() {
        assertThat(faults(review(false), List.of(IN_THE_LOOP), List.of())).isEmpty();
        assertThat(faults(review(false), List.of(IN_THE_LOOP, IN_THE_LOOP), List.of()))
                .extracting(Unattended::fault)
                .containsExactly(Fault.WAITS_TWICE);
    }

    @Test
    @DisplayName("R3.5 late project, the review is over and the Department ranks → nothing waits")
    void ranking() {
        Recommendation department = mock(Recommendation.class);
        when(department.unitId()).thenReturn(Unit.DEPARTMENT);

        assertThat(faults(List.of(), List.of(), List.of(department)))
                .extracting(Unattended::fault)
                .containsExactly(Fault.NOTHING_WAITS);
    }

    @Test
    @DisplayName("R4.1 project arrived before the cities' deadline, or between two steps → the round has it")
    void notBegun() {
        assertThat(faults(List.of(), List.of(), List.of())).isEmpty();
        assertThat(faults(review(true), List.of(), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} instances → {1}")
    @CsvSource({"0, NOTHING_WAITS", "1, ", "2, WAITS_TWICE"})
    @DisplayName("R3.5 experts, a check or an objection is awaited → one instance asks, also in a round that is over")
    void askedApart(int instances, Fault fault) {
        List<Instance> asking = IntStream.range(0, instances)
                .mapToObj(n -> new Instance("e" + n, "expert-review", PROJECT + "/dept-44", Set.of(), false))
                .toList();
        RoundMatters round = new RoundMatters(
                ROUND, true, List.of(), List.of(), Set.of(), Map.of(Flow.EXPERT_REVIEW, List.of(PROJECT + "/dept-44")));

        assertThat(faults(round, asking, ApplicationState.REVIEWED))
                .extracting(Unattended::fault)
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    @DisplayName("R3.9 a check of a project that is over → left over")
    void checkLeftOver() {
        RoundMatters round = new RoundMatters(ROUND, true, List.of(), List.of(), Set.of(), Map.of());
        Instance check = new Instance("k", "site-check", PROJECT + "/SITE_VISIT", Set.of(), false);

        assertThat(faults(round, List.of(check), ApplicationState.WITHDRAWN))
                .extracting(Unattended::fault)
                .containsExactly(Fault.LEFT_OVER);
        assertThat(faults(round, List.of(check), ApplicationState.REVIEWED)).isEmpty();
    }

    private static List<Unattended> faults(RoundMatters round, List<Instance> instances, ApplicationState state) {
        return new ArrayList<>(new Comparison(
                        List.of(round), new Work(instances, List.of(), List.of(), false), Map.of(PROJECT, state), false)
                .faults());
    }

    private static List<Instance> review(boolean moving) {
        return List.of(new Instance("r", "province-review", ROUND, Set.of(), moving));
    }

    private static List<Unattended> faults(List<Instance> reviews, List<Item> items, List<Recommendation> lists) {
        PendingMatter matter = new PendingMatter(
                PROJECT, ROUND, "city-440100", ApplicationState.RECOMMENDED, Pending.FIRST_REVIEW, "city-440100", true);
        List<Instance> instances = Stream.concat(
                        Stream.of(new Instance("c", "campaign", ROUND, Set.of(), false)), reviews.stream())
                .toList();
        return new ArrayList<>(new Comparison(
                        List.of(new RoundMatters(ROUND, false, List.of(matter), lists, Set.of(), Map.of())),
                        new Work(instances, items, List.of(), false),
                        Map.of(PROJECT, ApplicationState.RECOMMENDED),
                        false)
                .faults());
    }
}
