package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.but;
import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectEligibilityTest {

    private static final String TABLE = "project-eligibility";

    private static final Map<String, Object> SOUND =
            facts("built", true, "pilotRunning", false, "innovationProject", "NONE");

    private static List<String> findings(Object... changes) {
        return Tables.findings(TABLE, but(SOUND, changes));
    }

    @Test
    @DisplayName("R2.5 a pilot whose two years run cannot apply again; not looked up goes to a person")
    void pilotRunning() {
        assertThat(findings("pilotRunning", false)).isEmpty();
        assertThat(findings("pilotRunning", true)).containsExactly("R2.5 REFUSE");
        assertThat(findings("pilotRunning", null)).containsExactly("R2.5 REFER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "ACCEPTED"})
    @DisplayName("R2.6 no innovation project, or an accepted one, may apply")
    void innovationProjectAllowed(String innovationProject) {
        assertThat(findings("innovationProject", innovationProject)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_ACCEPTED", "FAILED", "SOMETHING_ELSE"})
    @NullSource
    @DisplayName("R2.6 an innovation project not accepted yet, failed or not answered cannot apply")
    void innovationProjectRefused(String innovationProject) {
        assertThat(findings("innovationProject", innovationProject)).containsExactly("R2.6 REFUSE");
    }

    @Test
    @DisplayName("R2.6 'not accepted yet', 'failed' and 'not answered' are told apart")
    void innovationProjectMessages() {
        assertThat(Tables.messages(TABLE, but(SOUND, "innovationProject", "NOT_ACCEPTED")))
                .allMatch(m -> m.contains("尚未验收"));
        assertThat(Tables.messages(TABLE, but(SOUND, "innovationProject", "FAILED")))
                .allMatch(m -> m.contains("未通过验收"));
        assertThat(Tables.messages(TABLE, but(SOUND, "innovationProject", null)))
                .allMatch(m -> m.startsWith("请填写"));
    }

    @Test
    @DisplayName("R2.7 a project that is not built cannot apply")
    void built() {
        assertThat(findings("built", true)).isEmpty();
        assertThat(findings("built", false)).containsExactly("R2.7 REFUSE");
        assertThat(findings("built", null)).containsExactly("R2.7 REFUSE");
        assertThat(Tables.messages(TABLE, but(SOUND, "built", null))).containsExactly("请填写项目是否已建成。");
    }

    @Test
    @DisplayName("R2.5–R2.7 all faults are told at once; an empty form raises no engine error")
    void together() {
        assertThat(findings("built", false, "pilotRunning", true, "innovationProject", "FAILED"))
                .containsExactly("R2.7 REFUSE", "R2.5 REFUSE", "R2.6 REFUSE");
        assertThat(findings("built", null, "pilotRunning", null, "innovationProject", null))
                .containsExactly("R2.7 REFUSE", "R2.5 REFER", "R2.6 REFUSE");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.5–R2.7 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
