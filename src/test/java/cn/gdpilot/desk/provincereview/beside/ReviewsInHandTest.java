package cn.gdpilot.desk.provincereview.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the first review stands when a late one beside it asks. */
class ReviewsInHandTest {

    private final RuntimeService runtime = mock();
    private final ActivityInstance standing = mock();
    private final ReviewsInHand inHand = new ReviewsInHand(runtime);

    @BeforeEach
    void first() {
        ProcessInstance first = mock();
        when(first.getId()).thenReturn("first");
        ProcessInstanceQuery query = mock(ProcessInstanceQuery.class, RETURNS_SELF);
        doReturn(first).when(query).singleResult();
        when(runtime.createProcessInstanceQuery()).thenReturn(query);
        when(runtime.getActivityInstance("first")).thenReturn(standing);
        when(standing.getChildActivityInstances()).thenReturn(new ActivityInstance[0]);
        when(standing.getChildTransitionInstances()).thenReturn(new TransitionInstance[0]);
    }

    @ParameterizedTest(name = "{0}: before {1}, compared {2}")
    @CsvSource({
        "SubProcess_ReviewEach#multiInstanceBody, true, true",
        "CallActivity_AwaitCommunications, true, true",
        "SubProcess_ResolveEach#multiInstanceBody, false, true",
        "CallActivity_ExpertReview#multiInstanceBody, false, false",
        "CallActivity_Publicity, false, false"
    })
    @DisplayName("R3.7 the first review stands at a step → whether the late one is compared with it, or left to it")
    void standing(String step, boolean before, boolean compared) {
        ActivityInstance at = mock();
        when(at.getActivityId()).thenReturn(step);
        when(standing.getChildActivityInstances()).thenReturn(new ActivityInstance[] {at});

        assertThat(inHand.othersAreBeforeComparison("late")).isEqualTo(before);
        assertThat(inHand.othersAreCompared("late")).isEqualTo(compared);
    }

    @ParameterizedTest(name = "{0}: before {1}, compared {2}")
    @CsvSource({"ServiceTask_FindDuplicates, true, true", "SubProcess_ResolveEach, false, true"})
    @DisplayName("R3.7 the first review waits for a job before a step → counts as standing there")
    void waiting(String step, boolean before, boolean compared) {
        TransitionInstance at = mock();
        when(at.getActivityId()).thenReturn(step);
        when(standing.getChildTransitionInstances()).thenReturn(new TransitionInstance[] {at});

        assertThat(inHand.othersAreBeforeComparison("late")).isEqualTo(before);
        assertThat(inHand.othersAreCompared("late")).isEqualTo(compared);
    }
}
