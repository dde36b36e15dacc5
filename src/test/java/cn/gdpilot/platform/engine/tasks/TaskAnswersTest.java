package cn.gdpilot.platform.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskAnswersTest {

    private final DelegateExecution execution = mock();

    @Test
    @DisplayName("grounds of characters that nobody sees → refused as missing ones")
    void unseenGrounds() {
        TaskAnswers answers = given("grounds", " \u200B\u202E");

        assertThatThrownBy(answers::requiredGrounds).isInstanceOf(Refusal.class).hasMessage(Texts.of("task.grounds"));
    }

    @Test
    @DisplayName("2,000 characters → taken; 2,001 → refused with the number of characters")
    void bounded() {
        TaskAnswers longer = given("moved", "因".repeat(2001));

        assertThat(given("moved", "因".repeat(2000)).text("moved", TextLimit.GROUNDS))
                .hasSize(2000);
        assertThatThrownBy(() -> longer.text("moved", TextLimit.GROUNDS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2000");
    }

    @Test
    @DisplayName("a variable of the answer's name that was there before → is no answer")
    void notAVariable() {
        when(execution.getVariable("grounds")).thenReturn("写在流程里的理由");

        assertThat(given("outcome", "ACCEPT").grounds()).isNull();
    }

    @Test
    @DisplayName("nothing sent for a field that the form fills → what the form offers; something sent → that")
    void offered() {
        Map<String, Object> offered = Map.of("selection", "A1 A2");

        assertThat(answers(Map.of(), offered).list("selection")).containsExactly("A1", "A2");
        assertThat(answers(Map.of("selection", "A2"), offered).list("selection"))
                .containsExactly("A2");
    }

    @Test
    @DisplayName("a step for one answer reached with another, or with none → refused")
    void decided() {
        assertThatCode(() -> given("outcome", "PASS").decided(ReviewOutcome.class, ReviewOutcome.PASS))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> given("outcome", "FAIL").decided(ReviewOutcome.class, ReviewOutcome.PASS))
                .isInstanceOf(Refusal.class)
                .hasMessage(Texts.of("task.not-asked"));
        assertThatThrownBy(() -> given("grounds", "好").decided(ReviewOutcome.class, ReviewOutcome.PASS))
                .isInstanceOf(Refusal.class)
                .hasMessage(Texts.of("task.outcome"));
    }

    private TaskAnswers given(String name, Object answer) {
        return answers(Map.of(name, answer), Map.of());
    }

    private TaskAnswers answers(Map<String, Object> given, Map<String, Object> offered) {
        return GivenAnswers.of(given, offered, null).during(() -> TaskAnswers.of(execution));
    }
}
