package cn.gdpilot.platform.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.gate.GateOfTests;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates fit the Modeler's schema, and what they make of a task is taken by the gate. */
class ElementTemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path lists;

    private static Map<String, byte[]> files;
    private static JsonNode templates;

    @BeforeAll
    static void make() throws IOException {
        files = TestParts.files();
        templates = JSON.readTree(
                ElementTemplatesCommand.templates(TestParts.lists(lists)).file(new Drawn(files)));
    }

    static Stream<String> tasks() {
        return ids().stream().filter(id -> id.contains(".task-"));
    }

    @Test
    @DisplayName("all templates → valid against Camunda's schema")
    void valid() throws IOException {
        assertThat(schema().validate(templates)).isEmpty();
        assertThat(templates.path(0).path("$schema").asText()).contains("@0.22.1/");
    }

    @Test
    @DisplayName("a template without its elements, a list without choices → not valid, so the schema is a real judge")
    void invalid() throws IOException {
        JsonNode broken = templates.deepCopy();
        ((ObjectNode) broken.get(0)).remove("appliesTo");
        assertThat(schema().validate(broken)).isNotEmpty();

        JsonNode without = templates.deepCopy();
        StreamSupport.stream(without.spliterator(), false)
                .flatMap(one -> StreamSupport.stream(one.path("properties").spliterator(), false))
                .filter(property -> property.has("choices"))
                .findFirst()
                .ifPresent(property -> ((ObjectNode) property).remove("choices"));
        assertThat(schema().validate(without)).isNotEmpty();
    }

    @Test
    @DisplayName("each step, table and office has its template, each under its own id")
    void complete() {
        assertThat(ids()).doesNotHaveDuplicates();
        assertThat(ids())
                .containsAll(OfferedBeans.all().steps().stream()
                        .filter(step -> !step.words().listener())
                        .map(step -> "cn.gdpilot.step-" + step.bean())
                        .toList())
                .contains(
                        "cn.gdpilot.table-reminder-schedule",
                        "cn.gdpilot.call-publicity",
                        "cn.gdpilot.task-own",
                        "cn.gdpilot.task-dept-44",
                        "cn.gdpilot.task-ministry",
                        "cn.gdpilot.task-legal-check");
    }

    @Test
    @DisplayName("a list that is declared → offered as a choice")
    void choices() {
        assertThat(property("cn.gdpilot.step-sendLetterDelegate", "letter")
                        .path("choices")
                        .findValuesAsText("value"))
                .containsExactly("legal-passed");
        assertThat(property("cn.gdpilot.step-sendLetterDelegate", "to")
                        .path("choices")
                        .findValuesAsText("value"))
                .containsExactly("UNIT", "LEAD");
    }

    @Test
    @DisplayName("templates of steps, tables and calls, applied where models have them → taken by the gate")
    void stepsTablesCalls() {
        Map<String, byte[]> applied = new TreeMap<>(files);
        List<String> used = new ArrayList<>();
        for (JsonNode template : templates) {
            applied.replaceAll((name, content) ->
                    name.endsWith(".bpmn") ? AppliedTemplate.everywhere(template, content, used) : content);
        }

        assertThat(GateOfTests.faults(lists, applied)).isEmpty();
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        ids().stream().filter(id -> !id.contains(".task-")).toList());
    }

    @Test
    @DisplayName("a template of a bean that is not there → refused by the gate, so that test can fail")
    void unknownBean() {
        JsonNode template = template("cn.gdpilot.step-registerCheckDelegate").deepCopy();
        StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(one -> one.path("value").asText().startsWith("${"))
                .forEach(one -> ((ObjectNode) one).put("value", "${nobodyDelegate}"));
        Map<String, byte[]> applied = new TreeMap<>(files);
        applied.computeIfPresent(
                "site-check.bpmn",
                (name, content) -> AppliedTemplate.at("ServiceTask_RegisterCheck", template, Map.of(), content));

        assertThat(GateOfTests.faults(lists, applied)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    @DisplayName("a template of an office, applied to a new task → taken by the gate")
    void office(String id) {
        Map<String, byte[]> applied = new TreeMap<>(files);
        applied.replaceAll((name, content) -> name.equals("site-check.bpmn")
                ? AppliedTemplate.at(
                        "UserTask_NoteCheck",
                        template(id),
                        Map.of(
                                "camunda:formRef",
                                "score-project",
                                "camunda:dueDate",
                                lastChoice(id, "camunda:dueDate")),
                        withTask(content))
                : content);

        assertThat(GateOfTests.faults(lists, applied)).isEmpty();
    }

    @Test
    @DisplayName("the command writes the file into a folder that is there, 0; else 2")
    void command(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        assertThat(ElementTemplatesCommand.run(out, "element-templates", folder.toString()))
                .isZero();
        assertThat(schema().validate(JSON.readTree(Files.readAllBytes(folder.resolve(ElementTemplates.FILE)))))
                .isEmpty();
        assertThat(ElementTemplatesCommand.run(out, "element-templates", folder + "/none"))
                .isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("已写入", "用法");
    }

    // ---- helpers

    private static List<String> ids() {
        return templates.findValuesAsText("id");
    }

    private static JsonNode template(String id) {
        return StreamSupport.stream(templates.spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode property(String id, String name) {
        return StreamSupport.stream(template(id).path("properties").spliterator(), false)
                .filter(one -> one.path("binding").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String lastChoice(String id, String name) {
        List<String> values = property(id, name).path("choices").findValuesAsText("value");
        return values.get(values.size() - 1);
    }

    /** A task without anything but a label, in front of the end. */
    private static byte[] withTask(byte[] model) {
        return new String(model, StandardCharsets.UTF_8)
                .replaceFirst(
                        "targetRef=\"EndEvent_CheckDone\"/>",
                        "targetRef=\"UserTask_NoteCheck\"/><bpmn:userTask id=\"UserTask_NoteCheck\"/>"
                                + "<bpmn:sequenceFlow id=\"SequenceFlow_NoteCheckToCheckDone\" sourceRef=\"UserTask_NoteCheck\" targetRef=\"EndEvent_CheckDone\"/>")
                .replaceFirst(
                        "(<bpmndi:BPMNPlane [^>]*>)",
                        "$1<bpmndi:BPMNShape id=\"n_di\" bpmnElement=\"UserTask_NoteCheck\"><dc:Bounds x=\"400\" y=\"160\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNEdge id=\"n_e\" bpmnElement=\"SequenceFlow_NoteCheckToCheckDone\"><di:waypoint x=\"500\" y=\"200\"/><di:waypoint x=\"562\" y=\"200\"/></bpmndi:BPMNEdge>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Inner ids of the schema are no addresses, only names of places; the library would look for them. */
    private static JsonSchema schema() throws IOException {
        try (InputStream file = ElementTemplatesTest.class.getResourceAsStream("/element-templates/schema.json")) {
            JsonNode schema = JSON.readTree(file);
            schema.forEach(ElementTemplatesTest::withoutIds);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }

    private static void withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$id").isTextual()) {
            object.remove("$id");
        }
        node.forEach(ElementTemplatesTest::withoutIds);
    }
}
