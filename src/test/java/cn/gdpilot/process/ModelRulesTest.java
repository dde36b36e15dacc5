package cn.gdpilot.process;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions for what designers edit (processes/ and forms/), held by the build: a rule that fails names the element. */
class ModelRulesTest {

    private static final File PROCESSES = new File("processes");
    private static final File FORMS = new File("forms");
    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;

    /** Process ids and user tasks that the Tasklist, the portal and outside clients rely on. */
    private static final Map<String, Set<String>> CONTRACT = Map.ofEntries(
            entry("campaign", Set.of("UserTask_ConfirmOpening")),
            entry(
                    "application",
                    Set.of("UserTask_AcceptApplication", "UserTask_CorrectApplication", "UserTask_DecideCorrection")),
            entry(
                    "recommendation",
                    Set.of(
                            "UserTask_RankProjects",
                            "UserTask_SignRecommendation",
                            "UserTask_HandOver",
                            "UserTask_RegisterArrival")),
            entry("province-review", Set.of("UserTask_ReviewProject", "UserTask_ResolveDuplicate")),
            entry("go-ahead", Set.of("UserTask_ProposeGoAhead", "UserTask_DecideGoAhead")),
            entry("communications-review", Set.of("UserTask_ReviewProject")),
            entry("expert-review", Set.of("UserTask_ScoreProject", "UserTask_SettleReview")),
            entry("site-check", Set.of("UserTask_RecordCheck")),
            entry("publicity", Set.of("UserTask_OpenPublicity")),
            entry("objection", Set.of("UserTask_AnswerObjection", "UserTask_DecideRemedy")),
            entry(
                    "ministry-review",
                    Set.of("UserTask_ReviewProject", "UserTask_DecideSelection", "UserTask_PublishResult")));

    private static final Set<String> STARTABLE_IN_TASKLIST = Set.of("campaign");
    /** Waits for the applicant, who has no account of the engine: nobody's group, no decision to record. */
    private static final String THE_APPLICANTS_TASK = "UserTask_CorrectApplication";
    /** Done on our pages: by the applicant, and by experts, who must not see each other's tasks. */
    private static final Set<String> NOBODYS_GROUP = Set.of(THE_APPLICANTS_TASK, "UserTask_ScoreProject");

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

    @Test
    @DisplayName("processes/ holds the processes of the contract, each with its user tasks")
    void processesOfTheContract() {
        assertThat(models().map(ModelRulesTest::name)).containsExactlyInAnyOrderElementsOf(CONTRACT.keySet());
        CONTRACT.forEach((process, tasks) -> assertThat(
                        ids(all(read(new File(PROCESSES, process + ".bpmn")), UserTask.class)))
                .as("user tasks of %s", process)
                .containsExactlyInAnyOrderElementsOf(tasks));
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
    @DisplayName("the history of a process is kept for five years")
    void historyTimeToLive(File file) {
        assertThat(process(read(file)).getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("only a round is started by hand in the Tasklist")
    void startableInTasklist(File file) {
        assertThat(process(read(file)).isCamundaStartableInTasklist())
                .isEqualTo(STARTABLE_IN_TASKLIST.contains(name(file)));
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
    @DisplayName("no scripts, classes, connectors or expressions in place of a bean")
    void noCodeInModels(File file) {
        assertThat(tree(read(file).getDocument().getRootElement())).allSatisfy(element -> {
            assertThat(element.getLocalName()).isNotIn("script", "scriptTask", "connector");
            for (String attribute : List.of("class", "expression", "resource", "scriptFormat", "language")) {
                assertThat(element.getAttribute(attribute))
                        .as("%s on %s", attribute, element.getLocalName())
                        .isNull();
                assertThat(element.getAttribute(CAMUNDA, attribute))
                        .as("camunda:%s on %s", attribute, element.getLocalName())
                        .isNull();
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a timer asks a bean for its date")
    void timersAskABean(File file) {
        assertThat(all(read(file), TimerEventDefinition.class))
                .allSatisfy(timer -> assertThat(
                                Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration())
                                        .filter(time -> time != null)
                                        .map(time -> time.getTextContent().strip()))
                        .as(timer.getId())
                        .singleElement()
                        .asString()
                        .matches(BEAN_CALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a user task shows a form of forms/, the one deployed with it")
    void userTasksHaveForms(File file) {
        assertThat(all(read(file), UserTask.class)).allSatisfy(task -> {
            assertThat(new File(FORMS, task.getCamundaFormRef() + ".form"))
                    .as(task.getId())
                    .isFile();
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(task.getCamundaFormKey()).as(task.getId()).isNull();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName(
            "a user task belongs to a group, never to a person; the applicant's and the experts' to nobody in the engine")
    void userTasksHaveGroups(File file) {
        assertThat(all(read(file), UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
            assertThat(task.getCamundaCandidateUsers()).as(task.getId()).isNull();
            if (NOBODYS_GROUP.contains(task.getId())) {
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNull();
            } else {
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            }
        });
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
    @DisplayName("a call activity calls a process of this folder")
    void calledProcessesExist(File file) {
        assertThat(all(read(file), CallActivity.class))
                .allSatisfy(
                        call -> assertThat(CONTRACT.keySet()).as(call.getId()).contains(call.getCalledElement()));
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
    @DisplayName("every element is drawn, every flow too")
    void everythingIsDrawn(File file) {
        BpmnModelInstance model = read(file);
        assertThat(all(model, FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(all(model, SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a model fits on a page: at most 50 nodes")
    void atMostFiftyNodes(File file) {
        assertThat(all(read(file), FlowNode.class)).hasSizeBetween(1, 50);
    }

    // ---- forms

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @DisplayName("a form's id is its file's name")
    void formIdIsFileName(File file) {
        assertThat(json(file).path("id").asText()).isEqualTo(name(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @DisplayName("a form is of a schema that the Tasklist of 7.24 can show (16 at most)")
    void formSchemaVersion(File file) {
        assertThat(json(file).path("schemaVersion").asInt(Integer.MAX_VALUE)).isBetween(1, 16);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @DisplayName("no two fields of a form share an id or a key")
    void formFieldsAreDistinct(File file) {
        assertThat(json(file).path("components").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(json(file).path("components").findValuesAsText("key")).doesNotHaveDuplicates();
    }

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

    // ---- helpers

    private static Stream<File> files(File folder, String suffix) {
        File[] found = folder.listFiles((directory, name) -> name.endsWith(suffix));
        assertThat(found).as("%s/*%s", folder, suffix).isNotEmpty();
        return Arrays.stream(found).sorted();
    }

    @Test
    @DisplayName("field that may be hidden → not required, no pattern: its error would stay")
    void hiddenFields() {
        for (File form : FORMS.listFiles((folder, name) -> name.endsWith(".form"))) {
            for (JsonNode field : json(form).path("components")) {
                JsonNode validate = field.path("validate");
                assertThat(field.path("conditional").has("hide")
                                && (validate.path("required").asBoolean() || validate.has("pattern")))
                        .as("%s of %s", field.path("key").asText(), form.getName())
                        .isFalse();
            }
        }
    }

    private static String name(File file) {
        return file.getName().substring(0, file.getName().lastIndexOf('.'));
    }

    private static BpmnModelInstance read(File file) {
        return Bpmn.readModelFromFile(file);
    }

    private static JsonNode json(File file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(file + " is not JSON", e);
        }
    }

    private static <T extends BaseElement> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static Process process(BpmnModelInstance model) {
        return all(model, Process.class).iterator().next();
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

    private static Stream<DomElement> tree(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(ModelRulesTest::tree));
    }
}
