package cn.gdpilot.desk.application.acceptance.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R2.7 what a round asks at the acceptance. */
class OwnQuestionsTest {

    private static final ExtraFact VISITS = new ExtraFact(
            "",
            "visits",
            "现场核查次数",
            "",
            ExtraFact.Type.NUMBER,
            "0..9",
            true,
            ExtraFact.Asked.ACCEPTANCE,
            "project-eligibility",
            "R2.7");

    private final Applications applications = mock();
    private final ExtraFacts extra = mock();
    private final OwnQuestions questions = new OwnQuestions(applications, extra, mock());

    @BeforeEach
    void given() {
        Application application = mock();
        when(application.roundId()).thenReturn("2026");
        when(applications.find("GD2026-00001")).thenReturn(Optional.of(application));
        when(extra.atAcceptance("2026")).thenReturn(List.of(VISITS));
    }

    @Test
    @DisplayName("R2.7 the form asks, accepted without an answer → refused; sent back without one → taken")
    void missing() {
        assertThatThrownBy(() -> check("ACCEPT", true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现场核查次数");
        assertThat(check("RETURN", true)).containsExactly("visits");
    }

    @Test
    @DisplayName(
            "R2.7 an instance that is older than the question, its form does not ask → accepted, the table decides")
    void olderForm() {
        assertThat(check("ACCEPT", false)).isEmpty();
    }

    private Set<String> check(String outcome, boolean shown) {
        return questions.check(
                "application",
                "UserTask_AcceptApplication",
                "GD2026-00001",
                Map.of("outcome", outcome),
                field -> shown);
    }
}
