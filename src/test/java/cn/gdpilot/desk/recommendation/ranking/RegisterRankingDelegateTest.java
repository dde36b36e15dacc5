package cn.gdpilot.desk.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.tasks.GivenAnswers;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisterRankingDelegateTest {

    private final RankList ranking = mock();
    private final AskedPerson asked = mock();
    private final DelegateExecution execution = mock();

    @Test
    @DisplayName("R3.6 reasons for moved projects of 2,001 characters → refused before anything is ranked")
    void tooLong() {
        when(execution.getVariable("campaignId")).thenReturn("2026");
        when(execution.getVariable("unit")).thenReturn("dept-44");
        GivenAnswers answers = GivenAnswers.of(Map.of("moved", "因".repeat(2001)), Map.of(), null);

        assertThatThrownBy(() -> answers.during(() -> {
                    new RegisterRankingDelegate(ranking, asked).execute(execution);
                    return null;
                }))
                .isInstanceOf(Refusal.class);

        verifyNoInteractions(ranking);
    }
}
