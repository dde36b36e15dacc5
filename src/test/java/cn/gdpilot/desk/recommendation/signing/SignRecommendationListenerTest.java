package cn.gdpilot.desk.recommendation.signing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignRecommendationListenerTest {

    private final SignList signing = mock();
    private final AskedPerson asked = mock();
    private final DelegateTask task = mock();
    private final DelegateExecution execution = mock();

    @Test
    @DisplayName("R3.1 reasons for not waiting of 2,001 characters → refused before anything is signed")
    void tooLong() {
        when(task.getExecution()).thenReturn(execution);
        when(execution.getVariable("campaignId")).thenReturn("2026");
        when(execution.getVariable("unit")).thenReturn("dept-44");
        when(execution.getVariable("outcome")).thenReturn("SIGN");
        when(execution.getVariable("notAwaited")).thenReturn("因".repeat(2001));

        assertThatThrownBy(() -> new SignRecommendationListener(signing, asked).notify(task))
                .isInstanceOf(Refusal.class);

        verifyNoInteractions(signing);
    }
}
