package cn.gdpilot.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.gate.rules.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * House style of the shipped models and forms beyond what the gate asks of everybody's ({@code docs/model-rules.md}, held for
 * them by {@code CorpusTest}).
 */
class ModelRulesTest {

    private static final File PROCESSES = new File("processes");
    private static final File FORMS = new File("forms");

    private static final Contract CONTRACT = Contract.load();

    private static final Pattern CHINESE_LABEL = Pattern.compile("[\\p{IsHan}？、]{1,12}");
    private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern BEAN_CALL =
            Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*\\([^)]*\\)(\\.[a-z][A-Za-z0-9]*\\(\\))?}");

    static Stream<File> models() {
        return files(PROCESSES, ".bpmn");
    }

    static Stream<File> forms() {
        return files(FORMS, ".form");
    }

    // ---- processes

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("processes/ holds the processes of the contract, each with its user tasks and no other")
    void processesOfTheContract(File file) {
        assertThat(ids(all(read(file), UserTask.class)))
                .containsExactlyInAnyOrderElementsOf(CONTRACT.tasks(name(file)).keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a file holds one executable process, with the file's name as its id")
    void fileNameIsProcessId(File file) {
        assertThat(all(read(file), Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(name(file));
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).containsPattern("^\\p{IsHan}+$");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("every element but a joining gateway has a Chinese label of at most 12 characters")
    void chineseLabels(File file) {
        assertThat(all(read(file), FlowNode.class))
                .filteredOn(node -> node.getName() != null || !isJoin(node))
                .allSatisfy(node ->
                        assertThat(node.getName()).as(node.getId()).isNotNull().matches(CHINESE_LABEL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("an exclusive gateway asks a question, and each of its flows answers it")
    void decisionsAreQuestions(File file) {
        assertThat(all(read(file), ExclusiveGateway.class))
                .filteredOn(gateway -> !isJoin(gateway))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).isNotNull().matches(CHINESE_LABEL);
                        assertThat(flow.getConditionExpression() != null ^ flow.equals(gateway.getDefault()))
                                .as("%s has either a condition or is the default", flow.getId())
                                .isTrue();
                    });
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a gateway either splits or joins")
    void splitAndJoinApart(File file) {
        assertThat(all(read(file), Gateway.class))
                .allSatisfy(gateway -> assertThat(gateway.getIncoming().size() > 1
                                ^ gateway.getOutgoing().size() > 1)
                        .as(gateway.getId())
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("ids are the element's type and a PascalCase name")
    void typedIds(File file) {
        BpmnModelInstance model = read(file);
        assertThat(Stream.<BaseElement>concat(
                        all(model, FlowNode.class).stream(), all(model, SequenceFlow.class).stream()))
                .allSatisfy(element -> {
                    String prefix = type(element) + "_";
                    assertThat(element.getId()).startsWith(prefix);
                    assertThat(element.getId().substring(prefix.length())).matches(PASCAL_CASE);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a service task calls the delegate bean named after it")
    void delegatesNamedAfterTheTask(File file) {
        assertThat(all(read(file), ServiceTask.class)).allSatisfy(task -> {
            String name = task.getId().substring(task.getId().indexOf('_') + 1);
            assertThat(task.getCamundaDelegateExpression())
                    .as(task.getId())
                    .isEqualTo("${" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Delegate}");
        });
    }

    @Test
    @DisplayName("R4.1 an applicant corrects until its unit takes no applications → the unit's question is due then")
    void correctionIsDueWithItsWindow() {
        UserTask decide =
                read(new File(PROCESSES, "application.bpmn")).getModelElementById("UserTask_DecideCorrection");

        assertThat(decide.getCamundaDueDate()).isEqualTo("${deadlines.ofSubmission(campaignId, unit).due()}");
        assertThat(decide.getCamundaFollowUpDate()).isEqualTo("${deadlines.ofSubmission(campaignId, unit).followUp()}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a user task has a due date and a follow-up date, both from a bean")
    void userTasksHaveDates(File file) {
        assertThat(all(read(file), UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotNull().matches(BEAN_CALL);
            assertThat(task.getCamundaFollowUpDate())
                    .as(task.getId())
                    .isNotNull()
                    .matches(BEAN_CALL);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("whatever runs as a job says how it is retried")
    void jobsHaveARetryCycle(File file) {
        BpmnModelInstance model = read(file);
        List<BaseElement> asynchronous = new ArrayList<>();
        all(model, FlowNode.class).stream()
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .forEach(asynchronous::add);
        all(model, MultiInstanceLoopCharacteristics.class).stream()
                .filter(loop -> loop.isCamundaAsyncBefore() || loop.isCamundaAsyncAfter())
                .forEach(asynchronous::add);
        assertThat(asynchronous)
                .allSatisfy(element -> assertThat(extensions(element, CamundaFailedJobRetryTimeCycle.class))
                        .as(owner(element))
                        .singleElement()
                        .satisfies(cycle -> assertThat(cycle.getTextContent()).matches("R\\d+/PT.+")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a model fits on a page: at most 50 nodes")
    void atMostFiftyNodes(File file) {
        assertThat(all(read(file), FlowNode.class)).hasSizeBetween(1, 50);
    }

    // ---- forms

    @Test
    @DisplayName("every form is shown by a task or a start event")
    void everyFormIsUsed() {
        Set<String> shown = new TreeSet<>();
        models().map(ModelRulesTest::read).forEach(model -> {
            all(model, UserTask.class).forEach(task -> shown.add(task.getCamundaFormRef()));
            all(model, StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef)
                    .filter(ref -> ref != null)
                    .forEach(shown::add);
        });
        assertThat(forms().map(ModelRulesTest::name)).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    @DisplayName("field that may be hidden → not required, no pattern: its error would stay")
    void hiddenFields() throws IOException {
        for (File form : FORMS.listFiles((folder, name) -> name.endsWith(".form"))) {
            for (JsonNode field : new ObjectMapper().readTree(form).path("components")) {
                JsonNode validate = field.path("validate");
                assertThat(field.path("conditional").has("hide")
                                && (validate.path("required").asBoolean() || validate.has("pattern")))
                        .as("%s of %s", field.path("key").asText(), form.getName())
                        .isFalse();
            }
        }
    }

    // ---- helpers

    private static Stream<File> files(File folder, String suffix) {
        File[] found = folder.listFiles((directory, name) -> name.endsWith(suffix));
        assertThat(found).as("%s/*%s", folder, suffix).isNotEmpty();
        return Arrays.stream(found).sorted();
    }

    private static String name(File file) {
        return file.getName().substring(0, file.getName().lastIndexOf('.'));
    }

    private static BpmnModelInstance read(File file) {
        return Bpmn.readModelFromFile(file);
    }

    private static <T extends BaseElement> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static Set<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).collect(toSet());
    }

    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway
                && node.getIncoming().size() > 1
                && node.getOutgoing().size() == 1;
    }

    private static String type(BaseElement element) {
        if (element instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
            return "EventSubProcess";
        }
        String type = element.getElementType().getTypeName();
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private static String owner(BaseElement element) {
        return element instanceof FlowNode ? element.getId() : ((Activity) element.getParentElement()).getId();
    }

    private static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }
}
