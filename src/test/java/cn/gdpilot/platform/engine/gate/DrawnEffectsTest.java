package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate asks for the step that takes a person's answer up. */
class DrawnEffectsTest {

    private final DrawnEffects effects = new DrawnEffects();

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a shipped model → taken")
    void shipped(Path file) {
        assertThatCode(() -> effects.check(file.getFileName().toString(), Files.readAllBytes(file)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} without {2}")
    @CsvSource({
        "application,     审核申请材料, registerAcceptanceDelegate",
        "application,     审核申请材料, registerReturnDelegate",
        "application,     审核申请材料, registerRefusalDelegate",
        "recommendation,  签发推荐名单, registerSigningDelegate",
        "province-review, 初审项目,     registerProvinceReviewDelegate",
        "ministry-review, 公布评审结果, registerPublishingDelegate"
    })
    @DisplayName("another step in its place → refused with task and delegate")
    void another(String process, String task, String delegate) {
        assertThatThrownBy(() -> check(process, "${" + delegate + "}", "${sendRefusalDelegate}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(task)
                .hasMessageContaining("${" + delegate + "}");
    }

    @Test
    @DisplayName("the step in a transaction of its own → refused")
    void later() {
        assertThatThrownBy(() -> check(
                        "recommendation",
                        "${registerSigningDelegate}\"",
                        "${registerSigningDelegate}\" camunda:asyncBefore=\"true\""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不得异步");
    }

    @Test
    @DisplayName("an answer whose flow leads past the step → refused")
    void past() {
        assertThatThrownBy(() -> check(
                        "application",
                        "sourceRef=\"ExclusiveGateway_AcceptDecision\" targetRef=\"ServiceTask_RegisterRefusal\"",
                        "sourceRef=\"ExclusiveGateway_AcceptDecision\" targetRef=\"ServiceTask_SendRefusal\""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不予受理");
    }

    private void check(String process, String drawn, String changed) throws IOException {
        String model = Files.readString(Path.of("processes", process + ".bpmn"));
        effects.check(process + ".bpmn", model.replace(drawn, changed).getBytes(StandardCharsets.UTF_8));
    }
}
