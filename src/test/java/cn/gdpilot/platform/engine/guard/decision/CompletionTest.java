package cn.gdpilot.platform.engine.guard.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A decision takes effect at the case that the person has decided, and at no other. */
class CompletionTest {

    private static final ContractTask REVIEW = new ContractTask("province-review", "UserTask_ReviewProject");

    private final DelegateExecution step = mock();

    @BeforeEach
    void atTheStep() {
        when(step.getProcessInstanceId()).thenReturn("instance");
        when(step.getVariable("applicationId")).thenReturn("GD2026-00001");
    }

    @Test
    @DisplayName("the step behind the task, about the same project → it may take effect")
    void same() {
        assertThat(decided("GD2026-00001", REVIEW)).isTrue();
    }

    @Test
    @DisplayName("a loop hands another project to the step → not decided")
    void anotherProject() {
        assertThat(decided("GD2026-00002", REVIEW)).isFalse();
    }

    @Test
    @DisplayName("a step behind another task → not decided")
    void anotherTask() {
        assertThat(decided("GD2026-00001", new ContractTask("province-review", "UserTask_ResolveDuplicate")))
                .isFalse();
    }

    private boolean decided(String project, ContractTask asked) {
        return Completion.of("task", "dept-44", () -> {
            Completion.now().decided(REVIEW, "instance", Map.of("applicationId", project));
            return Completion.now().hasDecided(asked, step);
        });
    }
}
