package cn.gdpilot.platform.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskAnswersTest {

    private final DelegateTask task = mock();
    private final DelegateExecution execution = mock();

    @BeforeEach
    void execution() {
        when(task.getExecution()).thenReturn(execution);
    }

    @Test
    @DisplayName("grounds of characters that nobody sees → refused as missing ones")
    void unseenGrounds() {
        when(execution.getVariable("grounds")).thenReturn(" \u200B\u202E");

        assertThatThrownBy(TaskAnswers.of(task)::requiredGrounds)
                .isInstanceOf(Refusal.class)
                .hasMessage(Texts.of("task.grounds"));
    }

    @Test
    @DisplayName("2,000 characters → taken; 2,001 → refused with the number of characters")
    void bounded() {
        when(execution.getVariable("moved")).thenReturn("因".repeat(2000), "因".repeat(2001));
        TaskAnswers answers = TaskAnswers.of(task);

        assertThat(answers.text("moved", TextLimit.GROUNDS)).hasSize(2000);
        assertThatThrownBy(() -> answers.text("moved", TextLimit.GROUNDS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2000");
    }
}
