package cn.gdpilot.desk.ministryreview;

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

class DecideSelectionListenerTest {

    private final DecideSelection selection = mock();
    private final AskedPerson asked = mock();
    private final DelegateTask task = mock();
    private final DelegateExecution execution = mock();

    @Test
    @DisplayName("R3.8 reasons for projects passed over of 2,001 characters → refused before anything is decided")
    void tooLong() {
        when(task.getExecution()).thenReturn(execution);
        when(execution.getVariable("campaignId")).thenReturn("2026");
        when(execution.getVariable("grounds")).thenReturn("择优");
        when(execution.getVariable("passedOver")).thenReturn("因".repeat(2001));

        assertThatThrownBy(() -> new DecideSelectionListener(selection, asked).notify(task))
                .isInstanceOf(Refusal.class);

        verifyNoInteractions(selection);
    }
}
