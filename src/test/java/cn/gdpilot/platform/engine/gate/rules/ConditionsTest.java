package cn.gdpilot.platform.engine.gate.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.gate.SmallModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition reads what is there; a step that asks a table says what it does. */
class ConditionsTest {

    private static final Map<String, DrawnForm> FIELD = Map.of(
            "f.form",
            new DrawnForm("{\"id\":\"f\",\"components\":[{\"key\":\"lastCheck\"}]}".getBytes(StandardCharsets.UTF_8)));

    private final Variables variables = new Variables(name -> name.equals("deadlines")
            || name.matches(
                    ".*(Delegate|Sheet|Dates)|factsOf.*|verdicts|.*(Projects|Lists|Panels|Routing|Days|Units)"));
    private final Steps tables = new Steps(Map.of("video-length", List.of()));

    static Stream<Path> models() {
        return Judging.models();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a shipped model with its forms → taken")
    void shipped(Path file) {
        assertThatCode(() -> {
                    DrawnModel model = new DrawnModel(Files.readAllBytes(file));
                    Judging.check(variables, file.getFileName().toString(), model, forms());
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("the step that gives a verdict is taken out, its verdict still asked for → refused with flow and name")
    void verdict() {
        assertThatThrownBy(() -> Judging.check(variables, "application.bpmn", withoutVerdict(), forms()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("SequenceFlow_TablesAllowToRegisterFindings")
                .hasMessageContaining("未知的变量“authorityVerdict”");
    }

    @Test
    @DisplayName("the forms are not at hand, and may have a field of that name → taken")
    void elsewhere() {
        assertThatCode(() -> Judging.check(variables, "application.bpmn", withoutVerdict(), Map.of()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "outcome == 'A' && unit == 'x'",
                "lastCheck == 'A'",
                "one.isEmpty()",
                "seen",
                "execution.processBusinessKey == 'x'",
                "deadlines.defaultCity(campaignId) == 'x'"
            })
    @DisplayName("an answer, a key, a field of a form, a loop's variable, an output, a reader → taken")
    void known(String condition) {
        assertThatCode(() -> Judging.check(variables, "x.bpmn", asking(condition), FIELD))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"verdict == 'A'", "outcome == 'A' && (empty verdict)", "unit.concat(verdict) == 'x'"})
    @DisplayName("a name that is nowhere → refused")
    void unknown(String condition) {
        assertThatThrownBy(() -> Judging.check(variables, "x.bpmn", asking(condition), FIELD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“verdict”");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "resultVariable='found'",
                "mapDecisionResult='singleResult'",
                "decisionRefBinding='deployment'",
                "decisionRefBinding='version'",
                "decisionRefVersion='3'",
                "decisionRefVersionTag='a'"
            })
    @DisplayName("a step that asks one of the program's tables says more than it does → refused with what to do")
    void ignored(String attribute) {
        assertThatThrownBy(() -> Judging.check(tables, "x.bpmn", step("video-length", attribute), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("camunda:" + attribute.substring(0, attribute.indexOf('=')))
                .hasMessageContaining("decisionResult");
        assertThatCode(() -> Judging.check(tables, "x.bpmn", step("own-table", attribute), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("the newest version, in so many words → taken")
    void newest() {
        assertThatCode(() ->
                        Judging.check(tables, "x.bpmn", step("video-length", "decisionRefBinding='latest'"), Map.of()))
                .doesNotThrowAnyException();
    }

    private static DrawnModel step(String table, String attribute) {
        return model("<b:businessRuleTask id='s' c:decisionRef='" + table + "' c:" + attribute + "/>");
    }

    private static DrawnModel asking(String condition) {
        return model("<b:userTask id='t' c:formRef='f'/>"
                + "<b:subProcess id='p'><b:multiInstanceLoopCharacteristics c:collection='${unit}' c:elementVariable='one'/></b:subProcess>"
                + "<b:businessRuleTask id='r'><b:extensionElements><c:inputOutput><c:outputParameter name='seen'>${true}</c:outputParameter></c:inputOutput></b:extensionElements></b:businessRuleTask>"
                + "<b:sequenceFlow id='w' sourceRef='t' targetRef='r'><b:conditionExpression>${"
                + condition.replace("&", "&amp;")
                + "}</b:conditionExpression></b:sequenceFlow>");
    }

    private static DrawnModel model(String steps) {
        return new DrawnModel(SmallModel.of("x", steps).getBytes(StandardCharsets.UTF_8));
    }

    private static DrawnModel withoutVerdict() throws IOException {
        String model = Files.readString(Path.of("processes", "application.bpmn"));
        return new DrawnModel(
                model.replace("outputParameter name=\"authorityVerdict\"", "outputParameter name=\"other\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, DrawnForm> forms() {
        return Judging.forms();
    }
}
