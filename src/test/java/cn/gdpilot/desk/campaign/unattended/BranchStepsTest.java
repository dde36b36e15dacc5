package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.CampaignUnits;
import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.desk.campaign.unattended.BranchSteps.Step;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a lost branch goes on, by the states of the lists. */
class BranchStepsTest {

    private final CampaignUnits units = mock();
    private final Recommendations recommendations = mock();
    private final Publicities publicities = mock();
    private final MinistrySelection selection = mock();
    private final DepartmentReview department = mock();
    private final RuntimeService runtime = mock(RETURNS_DEEP_STUBS);
    private final BranchSteps steps =
            new BranchSteps(units, recommendations, publicities, selection, department, runtime);

    @BeforeEach
    void nothingThere() {
        when(recommendations.find(any(), any())).thenReturn(Optional.empty());
        when(publicities.newest(any(), any())).thenReturn(Optional.empty());
        when(publicities.organised("2026", Unit.DEPARTMENT)).thenReturn(true);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "RANKING, CallActivity_DepartmentRecommendation",
        "RANKED, CallActivity_DepartmentRecommendation",
        "SIGNED, CallActivity_DepartmentRecommendation",
        "SENT, CallActivity_DepartmentRecommendation",
        "ARRIVED, SequenceFlow_DepartmentRecommendationToProvinceJoin",
        "MISSED, SequenceFlow_DepartmentRecommendationToProvinceJoin",
        "ZERO, SequenceFlow_DepartmentRecommendationToProvinceJoin"
    })
    @DisplayName("R3.5 how far the Department's list is → its recommendation, or the join behind it")
    void departmentsList(State state, String element) {
        givenList(Unit.DEPARTMENT, state);

        assertThat(begin(Branch.DEPARTMENT)).extracting(Step::element).containsExactly(element);
    }

    @Test
    @DisplayName("R3.5 the Department has no list, or something is left to review → its review")
    void departmentReviews() {
        assertThat(begin(Branch.DEPARTMENT)).containsExactly(Step.at("CallActivity_ProvinceReview"));

        givenList(Unit.DEPARTMENT, State.RANKING);
        when(department.isDue("2026")).thenReturn(true);
        assertThat(begin(Branch.DEPARTMENT)).containsExactly(Step.at("CallActivity_ProvinceReview"));
    }

    @ParameterizedTest
    @CsvSource({"RANKING", "RANKED"})
    @DisplayName("R3.5 it ranks, and the round makes nothing public → its review, which asks experts and checks")
    void expertsHaveSomethingInHand(State state) {
        when(publicities.organised("2026", Unit.DEPARTMENT)).thenReturn(false);
        givenList(Unit.DEPARTMENT, state);

        assertThat(begin(Branch.DEPARTMENT)).containsExactly(Step.at("CallActivity_ProvinceReview"));
    }

    @ParameterizedTest(name = "public list {0}, selection {1} → {2}")
    @CsvSource({
        "2026-12-14T01:00:00Z, 2026-12-13T01:00:00Z, CallActivity_Publicity",
        "2026-12-14T01:00:00Z, 2026-12-15T01:00:00Z, ExclusiveGateway_PublicityAsked"
    })
    @DisplayName("R3.8 public list is older than the selection → asked anew whether it is made public")
    void selectedAgain(Instant opened, Instant decided, String element) {
        when(selection.decided("2026")).thenReturn(true);
        when(selection.decidedAt("2026")).thenReturn(Optional.of(decided));
        when(publicities.newest("2026", Unit.MINISTRY))
                .thenReturn(Optional.of(
                        new Publicity(1, "2026", Unit.MINISTRY, "handler", opened, opened.plusSeconds(1), null)));
        ProcessInstance review = mock();
        when(review.getId()).thenReturn("review");
        when(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId("round")
                        .processDefinitionKey("ministry-review")
                        .list())
                .thenReturn(List.of(review));

        when(runtime.getActivityInstance("review").getChildActivityInstances()).thenReturn(new ActivityInstance[0]);
        when(runtime.getActivityInstance("review").getChildTransitionInstances())
                .thenReturn(new TransitionInstance[0]);

        steps.moveInside("2026", "round", EnumSet.of(Branch.MINISTRY));

        verify(runtime.createProcessInstanceModification("review")).startBeforeActivity(element);
    }

    @Test
    @DisplayName("R3.5 the Department's list is public while it ranks → its review, for the days and answers")
    void departmentIsPublic() {
        givenList(Unit.DEPARTMENT, State.RANKING);
        when(publicities.newest("2026", Unit.DEPARTMENT))
                .thenReturn(Optional.of(
                        new Publicity(1, "2026", Unit.DEPARTMENT, "handler", Instant.EPOCH, Instant.EPOCH, null)));

        assertThat(begin(Branch.DEPARTMENT)).containsExactly(Step.at("CallActivity_ProvinceReview"));
    }

    @Test
    @DisplayName("R3.5 both lists of the province are over → one token behind their join")
    void provinceIsOver() {
        givenList(Unit.DEPARTMENT, State.ARRIVED);
        givenList(Unit.COMMUNICATIONS, State.ZERO);

        assertThat(begin(Branch.DEPARTMENT, Branch.COMMUNICATIONS))
                .containsExactly(Step.along("SequenceFlow_ProvinceJoinToAllDelivered"));
    }

    @Test
    @DisplayName("R3.5 the CA has no list → its review; it ranks → its recommendation")
    void communications() {
        assertThat(begin(Branch.COMMUNICATIONS)).containsExactly(Step.at("CallActivity_CommunicationsReview"));

        givenList(Unit.COMMUNICATIONS, State.RANKING);
        assertThat(begin(Branch.COMMUNICATIONS)).containsExactly(Step.at("CallActivity_CommunicationsRecommendation"));
    }

    @Test
    @DisplayName("R3.3 one of two direct units has delivered → a call for the other; both → the last join")
    void direct() {
        when(units.direct("2026")).thenReturn(List.of("city-440300", "central-1"));
        givenList("city-440300", State.ARRIVED);
        givenList("central-1", State.RANKED);
        assertThat(begin(Branch.DIRECT))
                .containsExactly(new Step("CallActivity_DirectRecommendations", false, "central-1"));

        givenList("central-1", State.ZERO);
        assertThat(begin(Branch.DIRECT))
                .containsExactly(Step.along("SequenceFlow_DirectRecommendationsToAllDelivered"));
    }

    private List<Step> begin(Branch first, Branch... rest) {
        Set<Branch> lost = EnumSet.of(first, rest);
        return steps.of("2026", lost);
    }

    private void givenList(String unit, State state) {
        Recommendation list = mock();
        when(list.underWay()).thenReturn(state != State.ARRIVED && state != State.MISSED && state != State.ZERO);
        when(list.open()).thenReturn(state == State.RANKING || state == State.RANKED);
        when(recommendations.find("2026", unit)).thenReturn(Optional.of(list));
    }
}
