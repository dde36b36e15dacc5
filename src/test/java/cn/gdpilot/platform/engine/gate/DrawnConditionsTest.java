package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition reads what is there; a step that asks a table says what it does. */
class DrawnConditionsTest {

    private final DrawnVariables variables = new DrawnVariables(ExpressionNames.load(), new GateOfTests.BeansByName());
    private final DrawnTables tables = new DrawnTables(Set.of("video-length"));

    static Stream<Path> models() throws IOException {
        return DrawnEffectsTest.models();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a shipped model with its forms → taken")
    void shipped(Path file) {
        assertThatCode(() -> {
                    DrawnModel model = new DrawnModel(Files.readAllBytes(file));
                    variables.check(file.getFileName().toString(), model, forms());
                    tables.check(file.getFileName().toString(), model);
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("the step that gives a verdict is taken out, its verdict still asked for → refused with flow and name")
    void verdict() {
        assertThatThrownBy(() -> variables.check("application.bpmn", withoutVerdict(), forms()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("SequenceFlow_TablesAllowToRegisterFindings")
                .hasMessageContaining("未知的变量“authorityVerdict”");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "outputParameter name=\"authorityVerdict\" | outputParameter name=\"other\"                              | 未知的变量“authorityVerdict”",
                "decisionRef=\"direction-authority\"       | decisionRef=\"direction-authority\" camunda:resultVariable=\"x\" | camunda:resultVariable",
                "${outcome == 'REFUSE'}                    | ${outcome == 'REFUSED'}                                      | 没有登记"
            })
    @DisplayName("handed in with its forms → the gate holds it against all of this")
    void handedIn(String drawn, String changed, String told) throws IOException {
        String model = Files.readString(Path.of("processes", "application.bpmn"));

        assertThatCode(() -> handIn(model)).doesNotThrowAnyException();
        assertThatThrownBy(() -> handIn(model.replace(drawn, changed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(told);
    }

    private static void handIn(String model) throws IOException {
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.addResource(file("application.bpmn", model.getBytes(StandardCharsets.UTF_8)));
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                deployment.addResource(file(form.getFileName().toString(), Files.readAllBytes(form)));
            }
        }
        GateOfTests.gate().deploy(deployment);
    }

    private static ResourceEntity file(String name, byte[] content) {
        ResourceEntity file = new ResourceEntity();
        file.setName(name);
        file.setBytes(content);
        return file;
    }

    @Test
    @DisplayName("the forms are not at hand, and may have a field of that name → taken")
    void elsewhere() {
        assertThatCode(() -> variables.check("application.bpmn", withoutVerdict(), Map.of()))
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
        assertThatCode(() -> variables.check("x.bpmn", asking(condition), Map.of("f", Set.of("lastCheck"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"verdict == 'A'", "outcome == 'A' && (empty verdict)", "unit.concat(verdict) == 'x'"})
    @DisplayName("a name that is nowhere → refused")
    void unknown(String condition) {
        assertThatThrownBy(() -> variables.check("x.bpmn", asking(condition), Map.of("f", Set.of("lastCheck"))))
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
        assertThatThrownBy(() -> tables.check("x.bpmn", step("video-length", attribute)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("camunda:" + attribute.substring(0, attribute.indexOf('=')))
                .hasMessageContaining("decisionResult");
        assertThatCode(() -> tables.check("x.bpmn", step("own-table", attribute)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("the newest version, in so many words → taken")
    void newest() {
        assertThatCode(() -> tables.check("x.bpmn", step("video-length", "decisionRefBinding='latest'")))
                .doesNotThrowAnyException();
    }

    private static DrawnModel step(String table, String attribute) {
        return model("<b:businessRuleTask id='s' c:decisionRef='" + table + "' c:" + attribute + "/>");
    }

    private static DrawnModel asking(String condition) {
        return model("<b:userTask id='t' c:formRef='f'/>"
                + "<b:subProcess id='p'><b:multiInstanceLoopCharacteristics c:collection='${x}' c:elementVariable='one'/></b:subProcess>"
                + "<b:businessRuleTask id='r'><b:extensionElements><c:inputOutput><c:outputParameter name='seen'>${true}</c:outputParameter></c:inputOutput></b:extensionElements></b:businessRuleTask>"
                + "<b:sequenceFlow id='w' sourceRef='t' targetRef='r'><b:conditionExpression>${"
                + condition.replace("&", "&amp;")
                + "}</b:conditionExpression></b:sequenceFlow>");
    }

    private static DrawnModel model(String steps) {
        return new DrawnModel(RefusedModelsTest.model("x", steps).getBytes(StandardCharsets.UTF_8));
    }

    private static DrawnModel withoutVerdict() throws IOException {
        String model = Files.readString(Path.of("processes", "application.bpmn"));
        return new DrawnModel(
                model.replace("outputParameter name=\"authorityVerdict\"", "outputParameter name=\"other\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Set<String>> forms() throws IOException {
        Map<String, Set<String>> forms = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            for (Path file : files.toList()) {
                forms.putAll(FormContents.fields(file.toString(), Files.readAllBytes(file)));
            }
        }
        return forms;
    }
}
