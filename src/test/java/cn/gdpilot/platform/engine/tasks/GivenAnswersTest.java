package cn.gdpilot.platform.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenAnswersTest {

    @ParameterizedTest(name = "{0} of {1} → {2}")
    @CsvSource({
        "UserTask_AcceptApplication, instance-1, officer",
        "UserTask_CorrectApplication, instance-1, ",
        "UserTask_AcceptApplication, instance-2, "
    })
    @DisplayName("a completed task comes back → to its holder; another step, or another instance's → to nobody")
    void holder(String step, String instance, String holder) {
        TaskEntity completed = task("UserTask_AcceptApplication", "instance-1");
        when(completed.getAssignee()).thenReturn("officer");

        assertThat(GivenAnswers.of(Map.of(), Map.of(), completed).holderOfSame(task(step, instance)))
                .isEqualTo(holder);
    }

    @Test
    @DisplayName("no task is completed → a new one is nobody's")
    void none() {
        assertThat(GivenAnswers.now().holderOfSame(task("UserTask_AcceptApplication", "instance-1")))
                .isNull();
    }

    private static TaskEntity task(String step, String instance) {
        TaskEntity task = mock();
        when(task.getTaskDefinitionKey()).thenReturn(step);
        when(task.getProcessInstanceId()).thenReturn(instance);
        return task;
    }
}
