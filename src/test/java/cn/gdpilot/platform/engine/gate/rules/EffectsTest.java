package cn.gdpilot.platform.engine.gate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.gate.SmallModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate asks for the step that takes a person's answer up. */
class EffectsTest {

    private static final String SETTLING = "registerSettlingDelegate";

    private final Effects effects = new Effects();

    static Stream<Path> models() {
        return Judging.models();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a shipped model → taken")
    void shipped(Path file) {
        assertThatCode(() -> check(file.getFileName().toString(), new DrawnModel(Files.readAllBytes(file))))
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName(
            "each user task of a shipped model has a step that takes its answer up; the applicant completes by the portal")
    void listed(Path file) throws IOException {
        DrawnModel model = new DrawnModel(Files.readAllBytes(file));

        for (String process : model.processes()) {
            assertThat(model.ids("userTask"))
                    .filteredOn(task -> !task.equals("UserTask_CorrectApplication"))
                    .allSatisfy(
                            task -> assertThat(effects.isListed(process, task)).isTrue());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the transaction ends behind the task    | c:asyncAfter='true' |                                                   | 异步之后",
                "the task is done by several             |                     | <b:multiInstanceLoopCharacteristics/>             | 多实例",
                "each ends a transaction                 |                     | <b:multiInstanceLoopCharacteristics c:asyncAfter='true'/> | 多实例"
            })
    @DisplayName("a task behind which its answer is lost → refused")
    void task(String what, String attribute, String inside, String told) {
        String attributes = attribute == null ? "" : attribute;
        String loop = inside == null ? "" : inside;

        assertThatThrownBy(
                        () -> decide(attributes, loop, step("w", SETTLING, "", "") + "<b:endEvent id='e'/>", "t-w w-e"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(told);
    }

    @Test
    @DisplayName("the step runs for each of a list, which may be empty → it takes nothing up")
    void loop() {
        String effect = step("w", SETTLING, "", "<b:multiInstanceLoopCharacteristics c:collection='${x}'/>");

        assertThatThrownBy(() -> decide("", "", effect + "<b:endEvent id='e'/>", "t-w w-e"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(SETTLING);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "c:asyncAfter='true',  taken",
        "c:asyncBefore='true', refused",
    })
    @DisplayName("the transaction may end behind the step, not in front of it")
    void async(String attribute, String judged) {
        String effect = step("w", SETTLING, attribute, "");

        assertThat(isTaken(() -> decide("", "", effect + "<b:endEvent id='e'/>", "t-w w-e")))
                .isEqualTo(judged.equals("taken"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "parallelGateway,  taken",
        "inclusiveGateway, taken",
        "exclusiveGateway, refused",
    })
    @DisplayName("the step stands on one of two branches → taken where both are gone")
    void branches(String gateway, String judged) {
        String steps = "<b:%s id='g'/>".formatted(gateway) + step("w", SETTLING, "", "") + "<b:userTask id='other'/>";

        assertThat(isTaken(() -> decide("", "", steps, "t-g g-other g-w w-other")))
                .isEqualTo(judged.equals("taken"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a join of what split behind the task, t-f f-a f-b a-j b-j j-w w-e, taken",
        "a join that waits for another branch, t-j o-j j-w w-e,             refused"
    })
    @DisplayName("a join stands in front of the step → taken if it waits for nobody else")
    void join(String what, String flows, String judged) {
        String steps = "<b:parallelGateway id='f'/><b:task id='a'/><b:task id='b'/><b:userTask id='o'/>"
                + "<b:parallelGateway id='j'/><b:endEvent id='e'/>" + step("w", SETTLING, "", "");

        assertThat(isTaken(() -> decide("", "", steps, flows))).isEqualTo(judged.equals("taken"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "${outcome == 'REFUSE'}",
                "${outcome eq 'REFUSE'}",
                "${'REFUSE' == outcome}",
                "#{(outcome == \"REFUSE\")}",
                "${outcome.equals('REFUSE')}",
                "${'REFUSE'.equals(outcome)}",
                "${outcome != 'ACCEPT' && outcome ne 'RETURN'}",
                "${not (outcome == 'ACCEPT' or outcome == 'RETURN')}",
                "${!(outcome == 'ACCEPT') && (outcome != 'RETURN')}",
                "${outcome == 'REFUSE' ? true : false}",
                "${not empty outcome && outcome == 'REFUSE'}"
            })
    @DisplayName("whatever the spelling of a condition → read as the engine reads it")
    void spellings(String condition) {
        assertThatCode(() -> check("application", "${outcome == 'REFUSE'}", xml(condition)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "${outcome == 'ACCEPT'}  | ${outcome == 'ACCEPT' or outcome == 'REFUSE'} | REFUSE",
                "${outcome == 'REFUSE'}  | ${outcome == 'REFUSE' or unit == 'city-gz'}   | ACCEPT"
            })
    @DisplayName("an answer may come to the step of another one → refused with the answer")
    void other(String drawn, String condition, String answer) {
        assertThatThrownBy(() -> check("application", drawn, xml(condition)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("审核申请材料");
        assertThatThrownBy(() -> onlyOther(drawn, condition))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("答复“" + answer + "”")
                .hasMessageContaining("另一种答复");
    }

    @Test
    @DisplayName("a listener of a flow takes an answer for another one → refused")
    void listener() {
        assertThatThrownBy(
                        () -> check(
                                "application",
                                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'REFUSE'}",
                                "<bpmn:extensionElements><camunda:executionListener event=\"take\" delegateExpression=\"${registerAcceptanceDelegate}\"/></bpmn:extensionElements>"
                                        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'REFUSE'}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("答复“REFUSE”");
    }

    @Test
    @DisplayName("no flow for an answer → refused")
    void nowhere() {
        assertThatThrownBy(() -> check("application", "${outcome == 'REFUSE'}", "${outcome == 'REFUSED'}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("${registerRefusalDelegate}");
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource({
        "straight back,                   t-g g-t g-w w-e,       refused",
        "back past a service task,        t-g g-s s-t g-w w-e,   taken",
        "back past a table only,          t-g g-r r-t g-w w-e,   refused",
        "back past a step for each of a list, t-g g-l l-t g-w w-e,   refused"
    })
    @DisplayName("a way back to the task → taken if a step stands on it")
    void back(String what, String flows, String judged) {
        String steps = "<b:exclusiveGateway id='g'/><b:businessRuleTask id='r'/><b:endEvent id='e'/>"
                + step("w", SETTLING, "", "")
                + step("s", "sendRefusalDelegate", "", "")
                + step("l", "sendRefusalDelegate", "", "<b:multiInstanceLoopCharacteristics/>");

        assertThat(isTaken(() -> decide("", "", steps, flows))).isEqualTo(judged.equals("taken"));
    }

    /** A model whose only fault is that another answer comes along: in front of it stands a flow for each of its own. */
    private void onlyOther(String drawn, String condition) throws IOException {
        String gateway = "id=\"ExclusiveGateway_AcceptDecision\"";
        String model = Files.readString(Path.of("processes", "application.bpmn"))
                .replace("<bpmn:exclusiveGateway " + gateway, "<bpmn:inclusiveGateway " + gateway)
                .replace(drawn, xml(condition));
        int end = model.indexOf("</bpmn:exclusiveGateway>", model.indexOf(gateway));
        check(
                "application.bpmn",
                read(model.substring(0, end)
                        + "</bpmn:inclusiveGateway>"
                        + model.substring(end + "</bpmn:exclusiveGateway>".length())));
    }

    private static String step(String id, String delegate, String attribute, String inside) {
        return "<b:serviceTask id='%s' c:delegateExpression='${%s}' %s>%s</b:serviceTask>"
                .formatted(id, delegate, attribute, inside);
    }

    /** Steps behind a task of the contract; each flow as {@code source-target}. */
    private void decide(String attribute, String inside, String steps, String flows) {
        StringBuilder drawn = new StringBuilder(
                "<b:userTask id='UserTask_SettleReview' %s>%s</b:userTask>".formatted(attribute, inside) + steps);
        for (String flow : flows.split(" ")) {
            String[] ends = flow.split("-");
            drawn.append("<b:sequenceFlow id='%s' sourceRef='%s' targetRef='%s'/>"
                    .formatted(flow, end(ends[0]), end(ends[1])));
        }
        String conditional = "<b:sequenceFlow id='%s' sourceRef='g' targetRef='%s'/>";
        String model = drawn.toString();
        if (model.contains("exclusiveGateway")) {
            for (String target : flows.split(" ")) {
                if (target.startsWith("g-")) {
                    model = model.replace(
                            conditional.formatted(target, end(target.substring(2))),
                            "<b:sequenceFlow id='%s' sourceRef='g' targetRef='%s'><b:conditionExpression>${unit == '%s'}</b:conditionExpression></b:sequenceFlow>"
                                    .formatted(target, end(target.substring(2)), target));
                }
            }
        }
        check("expert-review.bpmn", read(SmallModel.of("expert-review", model)));
    }

    private static String end(String id) {
        return id.equals("t") ? "UserTask_SettleReview" : id;
    }

    private static boolean isTaken(Runnable check) {
        try {
            check.run();
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static DrawnModel read(String model) {
        return new DrawnModel(model.getBytes(StandardCharsets.UTF_8));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;");
    }

    private void check(String file, DrawnModel model) {
        Judging.check(effects, file, model, Map.of());
    }

    private void check(String process, String drawn, String changed) throws IOException {
        String model = Files.readString(Path.of("processes", process + ".bpmn"));
        assertThat(model).contains(drawn);
        check(process + ".bpmn", read(model.replace(drawn, changed)));
    }
}
