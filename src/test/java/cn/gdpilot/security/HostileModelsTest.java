package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.platform.web.RefusalRecord;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import cn.gdpilot.running.LeavesUnattended;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Models that a designer may deploy and that call what decides by themselves: nothing changes, and it is recorded. */
class HostileModelsTest extends Journey {

    private static final String CITY = "city-440100";

    private static final int BATCH = 6;

    @Autowired
    RuntimeService runtime;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private RefusalRecord refusalRecord;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    private String id;
    private String openObjection;
    private String upheldObjection;
    private String assignment;
    private int hour;

    @BeforeEach
    void givenApplication() {
        givenRound();
        id = givenSubmitted(CITY, "T01", "注塑装备数字孪生").id();
    }

    @LeavesUnattended("objections that stand in the table alone")
    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Trick.class, mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
    @DisplayName("a timer reaches whatever models may call, in each way → nothing changes, refusals are recorded")
    void withoutPerson(Trick trick) {
        givenCases();
        List<String> before = everything();
        for (List<ModelStep> some : batches()) {
            givenFreshMinute();
            deployed("hostile", trick.files(some, this::variables, id));

            whenClockShows("11-29T1" + (hour += 1) + ":00:00");
            whenClockShows("11-29T1" + hour + ":02:00");

            thenRecorded("nobody", some);
        }
        thenUnchanged(before);
    }

    @LeavesUnattended("objections that stand in the table alone")
    @Test
    @DisplayName("an officer completes a task of a model that draws a decision behind it → nothing changes, recorded")
    void behindAnotherTask() {
        givenCases();
        List<String> before = everything();
        for (List<ModelStep> some : batches()) {
            givenFreshMinute();
            deployed("hostile", Trick.PERSON.files(some, this::variables, id));
            whenClockShows("11-29T1" + (hour += 1) + ":00:00");

            officer(CITY).tasks("own").forEach(task -> officer(CITY).complete(task, Map.of()));

            thenRecorded(CITY, some);
        }
        thenUnchanged(before);
    }

    @LeavesUnattended("objections that stand in the table alone")
    @Test
    @DisplayName(
            "a message begins whatever models may call, for each of a list → nothing changes, refusals are recorded")
    void messagedForEach() {
        givenCases();
        List<String> before = everything();
        for (List<ModelStep> some : batches()) {
            givenFreshMinute();
            deployed("hostile", Trick.byMessage(some));

            for (ModelStep step : some) {
                Map<String, Object> given = new HashMap<>(variables(step));
                given.put("thrice", Variables.untypedValue(List.of("a", "b", "c"), true));
                try {
                    runtime.startProcessInstanceByMessage("hostile-" + step.bean(), id, given);
                } catch (RuntimeException refused) {
                    // What the record says of it is asked below.
                }
            }

            thenRecorded("nobody", some);
        }
        thenUnchanged(before);
    }

    @Test
    @DisplayName("a designer sends the message with which a model begins → 403")
    void begunByMessage() {
        ApplicantClient designer = new ApplicantClient(base(), "designer", "demo");
        deployed(
                "hostile",
                process(
                                "hostile",
                                "<bpmn:serviceTask id='work' camunda:delegateExpression='${registerPilotsDelegate}'/>")
                        .replace(
                                "<bpmn:startEvent id='start'/>",
                                "<bpmn:startEvent id='start'><bpmn:messageEventDefinition messageRef='m'/></bpmn:startEvent>")
                        .replace("<bpmn:process", "<bpmn:message id='m' name='Begin'/><bpmn:process"));

        Answer answer = designer.call(
                "POST",
                "/engine-rest/message",
                BodyPublishers.ofString("{\"messageName\":\"Begin\"}"),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("a person of the office completes a like-named task of another process → refused in words, recorded")
    void taskOfAnotherProcess() {
        deployed(
                "hostile",
                process(
                        "hostile",
                        "<bpmn:userTask id='UserTask_AcceptApplication' camunda:candidateGroups='" + CITY + "'/>"
                                + "<bpmn:sequenceFlow id='b' sourceRef='UserTask_AcceptApplication' targetRef='step'/>"
                                + "<bpmn:serviceTask id='step' camunda:delegateExpression='${registerAcceptanceDelegate}'/>"));
        deployed("opener", opener("hostile", "ACCEPT"));
        whenClockShows("11-30T09:00:00");

        Answer answer = complete(CITY, "UserTask_AcceptApplication", hostileInstance(), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("只能由承办单位的人员在对应的任务中作出");
        assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(refusals()).anyMatch(line -> line.startsWith(CITY + " decision of application/"));
    }

    @ParameterizedTest(name = "asks {0}")
    @CsvSource({"city-440400", "dept-44", "city-440100-lead"})
    @DisplayName("the model asks another office, or the lead in the handler's place → refused, the case waits")
    void anotherOffice(String asked) throws IOException {
        String model = Files.readString(Path.of("processes/application.bpmn"))
                .replace("camunda:candidateGroups=\"${unit}\"", "camunda:candidateGroups=\"" + asked + "\"");
        deployed("application", model);
        String other = givenSubmitted(CITY, "T01", "家电整机质检").id();
        Task task = officer(asked).tasks("UserTask_AcceptApplication").stream()
                .filter(one -> one.processInstanceId().equals(taskOf(other)))
                .findFirst()
                .orElseThrow();

        Answer answer = officer(asked).complete(task, Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(state(other)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(refusals()).anyMatch(line -> line.startsWith(asked + " decision of application/"));
    }

    @LeavesUnattended("a hostile model calls the process again")
    @Test
    @DisplayName("the contract's own process, called so that it shows another case than it decides → refused, recorded")
    void showsAnother() {
        String other = givenSubmitted(CITY, "T01", "家电整机质检").id();
        List<String> own = List.of(taskOf(id), taskOf(other));
        deployed("opener", opener("application", "").replace(in("applicationId", id), in("applicationId", other)));
        whenClockShows("11-30T09:00:00");
        Task task = officer(CITY).tasks("UserTask_AcceptApplication").stream()
                .filter(one -> !own.contains(one.processInstanceId()))
                .findFirst()
                .orElseThrow();

        Answer answer = officer(CITY).complete(task, Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(state(other)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(refusals()).anyMatch(line -> line.startsWith(CITY + " decision of application/"));
    }

    private void deployed(String name, String model) {
        deployed(name, Map.of(name + ".bpmn", model));
    }

    private void deployed(String name, Map<String, String> files) {
        ApplicantClient designer = new ApplicantClient(base(), "designer", "demo");
        Answer answer = pastTheGate(() -> Deployments.send(designer, name, files));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** What decides relies on no gate: these models stand for those that were deployed before the gate had a rule. */
    private Answer pastTheGate(Supplier<Answer> deployment) {
        List<Deployer> all = configuration.getDeployers();
        configuration
                .getDeploymentCache()
                .setDeployers(all.stream()
                        .filter(one -> !one.getClass().getSimpleName().equals("ModelGate"))
                        .toList());
        try {
            return deployment.get();
        } finally {
            configuration.getDeploymentCache().setDeployers(all);
        }
    }

    /** The case of this test with an answer ready, begun from a timer by a process without a person. */
    private String opener(String called, String outcome) {
        return model(
                "opener",
                "<bpmn:startEvent id='start'><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>"
                        + "<bpmn:sequenceFlow id='a' sourceRef='start' targetRef='work'/>"
                        + "<bpmn:callActivity id='work' calledElement='" + called + "'><bpmn:extensionElements>"
                        + "<camunda:in businessKey='" + id + "'/>"
                        + in("applicationId", id) + in("campaignId", round) + in("unit", CITY) + in("pairId", "1")
                        + in("objectionId", "1") + in("checkKey", id + "/SITE_VISIT") + in("outcome", outcome)
                        + in("creditRecord", "CLEAN") + in("grounds", "符合条件") + in("ranking", id)
                        + in("selection", id) + in("publicList", id) + in("workingDays", "5") + in("sentBy", "送件人")
                        + in("tableCopies", "2") + in("paperCopies", "6") + in("discCopies", "1")
                        + "</bpmn:extensionElements></bpmn:callActivity>");
    }

    private static String in(String name, String value) {
        return "<camunda:in sourceExpression='${\"" + value + "\"}' target='" + name + "'/>";
    }

    private static String process(String id, String work) {
        return model(
                id,
                "<bpmn:startEvent id='start'/><bpmn:sequenceFlow id='a' sourceRef='start' targetRef='"
                        + work.replaceAll("(?s).*?id='([^']+)'.*", "$1") + "'/>" + work);
    }

    private static String model(String id, String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><bpmn:process id='" + id
                + "' isExecutable='true' camunda:historyTimeToLive='P1D'>" + content
                + "</bpmn:process></bpmn:definitions>";
    }

    private String hostileInstance() {
        return jdbc.sql("select proc_inst_id_ from act_ru_task where proc_def_id_ like 'hostile:%'")
                .query(String.class)
                .single();
    }

    /** Cases in which each step would do something, if nobody asked. */
    private void givenCases() {
        openObjection = objection("'OPEN', null, null");
        upheldObjection = objection("'UPHELD', 'NONE', '属实'");
        jdbc.sql("""
                insert into publicity (round_id, unit_id, opened_by, opened_at, ends_at)
                values (:round, :unit, 'city-440100', current_timestamp, :end)""")
                .param("round", round)
                .param("unit", CITY)
                .param("end", PilotClock.timestamp(clock.now().plus(Duration.ofDays(9))))
                .update();
        jdbc.sql("""
                insert into review_panel (round_id, level_name, application_id, opened_at)
                values (:round, 'DEPARTMENT', :id, current_timestamp)""").param("round", round).param("id", id).update();
        jdbc.sql("""
                insert into review_assignment (panel_id, expert, state, appointed_at, due_at)
                select max(p.id), min(e.account), 'APPOINTED', current_timestamp, :due from review_panel p cross join expert e""")
                .param("due", PilotClock.timestamp(clock.now().plus(Duration.ofDays(9))))
                .update();
        assignment = jdbc.sql("select max(id) from review_assignment")
                .query(String.class)
                .single();
    }

    private String objection(String answer) {
        jdbc.sql("""
                insert into objection (round_id, unit_id, application_id, about_state, person, contact, taken_by, words, received_at, due_at, state, effect, grounds)
                values (:round, :unit, :id, 'SUBMITTED', '张三', 'z@example.org', 'public', '有误', current_timestamp, current_timestamp, """ + answer + ")")
                .param("round", round)
                .param("unit", CITY)
                .param("id", id)
                .update();
        return jdbc.sql("select max(id) from objection").query(String.class).single();
    }

    private Map<String, String> variables(ModelStep step) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "applicationId",
                id,
                "campaignId",
                round,
                "unit",
                CITY,
                "pairId",
                "1",
                "objectionId",
                step.bean().equals("askLeadDelegate") ? upheldObjection : openObjection,
                "assignmentId",
                assignment,
                "checkKey",
                id + "/SITE_VISIT",
                "outcome",
                "ACCEPT",
                "creditRecord",
                "CLEAN",
                "grounds",
                "符合条件"));
        variables.putAll(Map.of(
                "ranking", id,
                "selection", id,
                "publicList", id,
                "workingDays", "5",
                "sentBy", "送件人",
                "tableCopies", "2",
                "paperCopies", "6",
                "discCopies", "1"));
        variables.putAll(Map.of(
                "title",
                "另一批次",
                "noticeNumber",
                "文号",
                "cityDeadline",
                year + "-12-08T17:30",
                "ministryDeadline",
                year + "-12-20T24:00"));
        return variables;
    }

    /** At most twenty refusals a minute are kept for a person. */
    private List<List<ModelStep>> batches() {
        List<ModelStep> all = ModelStep.all(beans);
        return IntStream.iterate(0, at -> at < all.size(), at -> at + BATCH)
                .mapToObj(at -> all.subList(at, Math.min(all.size(), at + BATCH)))
                .toList();
    }

    private void givenFreshMinute() {
        ReflectionTestUtils.setField(refusalRecord, "minute", -1L);
    }

    private void thenRecorded(String person, List<ModelStep> steps) {
        List<String> refusals = refusals();
        assertThat(steps.stream()
                        .filter(ModelStep::decides)
                        .map(ModelStep::bean)
                        .filter(bean -> refusals.stream()
                                .noneMatch(line ->
                                        line.startsWith(person + " ") && line.contains("hostile-" + bean + ":"))))
                .as("not recorded among %s", refusals)
                .isEmpty();
        repository
                .createDeploymentQuery()
                .deploymentName("hostile")
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true, true));
    }

    /** All rows of the application's own tables, without the record, letters and what nights tidy up. */
    private List<String> everything() {
        List<String> rows = new ArrayList<>();
        jdbc.sql("""
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'public' and lower(table_name) not like 'act%' and lower(table_name) not like 'record%'
                          and lower(table_name) not in ('clock_offset', 'flyway_schema_history', 'kept_file', 'sign_in_known', 'outbox', 'outbox_attachment', 'model_file')""")
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("select * from " + table)
                        .query((row, n) -> cells(row))
                        .list()
                        .forEach(row -> rows.add(table + " " + row)));
        Collections.sort(rows);
        return rows;
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getString(i));
        }
        return cells;
    }

    private void thenUnchanged(List<String> before) {
        List<String> after = everything();
        assertThat(after.stream().filter(row -> !before.contains(row))).isEmpty();
        assertThat(before.stream().filter(row -> !after.contains(row))).isEmpty();
    }

    private List<String> refusals() {
        return jdbc.sql("select person || ' ' || subject from record_entry where action = 'guard.refused' order by seq")
                .query(String.class)
                .list();
    }
}
