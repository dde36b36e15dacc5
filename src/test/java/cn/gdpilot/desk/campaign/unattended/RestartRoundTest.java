package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A branch is lost in a round that is alive. */
class RestartRoundTest {

    private final LostBranches branches = mock();
    private final Recommendations recommendations = mock();
    private final RuntimeService runtime = mock(RETURNS_DEEP_STUBS);
    private final RestartRound round =
            new RestartRound(mock(), branches, mock(), recommendations, mock(), mock(), runtime);

    @BeforeEach
    void departmentsPublicityIsLeft() {
        ProcessInstance ofDepartment = root("publicity", "2026/dept-44", "p1");
        ProcessInstance ofMinistry = root("publicity", "2026/ministry", "p2");
        ProcessInstance late = root("province-review", "2026", "p3");
        when(runtime.createProcessInstanceQuery().rootProcessInstances().list())
                .thenReturn(List.of(ofDepartment, ofMinistry, late));
        when(branches.campaign("2026")).thenReturn(Optional.of("round"));
    }

    @Test
    @DisplayName("R3.5 the Department's review is lost → what it had made public ends, so that no second list is made")
    void publicity() {
        when(branches.of("2026")).thenReturn(EnumSet.of(Branch.DEPARTMENT));

        assertThat(round.restart("2026")).isTrue();

        verify(runtime).deleteProcessInstance(eq("p1"), any());
        verify(runtime, never()).deleteProcessInstance(eq("p2"), any());
        verify(runtime, never()).deleteProcessInstance(eq("p3"), any());
    }

    @Test
    @DisplayName("nothing of the round is lost → nothing ends")
    void nothingLost() {
        when(branches.of("2026")).thenReturn(EnumSet.noneOf(Branch.class));

        assertThat(round.restart("2026")).isFalse();

        verify(runtime, never()).deleteProcessInstance(any(), any());
    }

    private static ProcessInstance root(String process, String key, String id) {
        ProcessInstance one = mock();
        when(one.getProcessDefinitionKey()).thenReturn(process);
        when(one.getBusinessKey()).thenReturn(key);
        when(one.getId()).thenReturn(id);
        return one;
    }
}
