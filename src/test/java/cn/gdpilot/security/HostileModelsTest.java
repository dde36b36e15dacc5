package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that a designer may deploy and that call what decides by themselves: nothing changes, and it is recorded. */
class HostileModelsTest extends Journey {

    private static final String CITY = "city-440100";

    private String id;

    @BeforeEach
    void givenApplication() {
        givenRound();
        id = givenSubmitted(CITY, "T01", "注塑装备数字孪生").id();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "acceptApplicationListener,    ACCEPT",
        "rankProjectsListener,         -",
        "signRecommendationListener,   SIGN",
        "handOverListener,             -",
        "registerArrivalListener,      -",
        "provinceReviewListener,       PASS",
        "communicationsReviewListener, PASS",
        "ministryReviewListener,       PASS",
        "decideSelectionListener,      -",
        "publishResultListener,        PUBLISH",
        "resolveDuplicateListener,     SAME",
        "recordCheckListener,          PASS",
        "settleReviewListener,         CLOSE",
        "openPublicityListener,        -"
    })
    @DisplayName("a timer makes a task whose creation calls what decides → nothing changes, and it is recorded")
    void byTimerOnCreation(String bean, String outcome) {
        List<String> before = everything();
        deployed("hostile", process("hostile", task("UserTask_AcceptApplication", "create", bean)));
        deployed("opener", opener("hostile", outcome));

        whenClockShows("11-30T09:00:00");

        assertThat(everything()).isEqualTo(before);
        assertThat(refusals()).anyMatch(line -> line.startsWith("nobody decision of "));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"applyObjectionDelegate", "addProjectDelegate", "registerPilotsDelegate"})
    @DisplayName("a timer reaches the effect of a decision that nobody has taken → nothing changes")
    void effectByTimer(String bean) {
        jdbc.sql("""
                insert into objection (round_id, unit_id, application_id, about_state, person, contact, taken_by, words, received_at, due_at, state)
                values (:round, :unit, :id, 'SUBMITTED', '张三', 'z@example.org', 'public', '有误', current_timestamp, current_timestamp, 'OPEN')""").param("round", round).param("unit", CITY).param("id", id).update();
        List<String> before = everything();
        deployed(
                "hostile",
                process("hostile", "<bpmn:serviceTask id='work' camunda:delegateExpression='${" + bean + "}'/>"));
        deployed("opener", opener("hostile", "ACCEPT"));

        whenClockShows("11-30T09:00:00");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("a person of the office completes a like-named task of another process → refused in words, recorded")
    void taskOfAnotherProcess() {
        deployed(
                "hostile",
                process("hostile", task("UserTask_AcceptApplication", "complete", "acceptApplicationListener")));
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

    private void deployed(String name, String model) {
        ApplicantClient designer = new ApplicantClient(base(), "designer", "demo");
        Answer answer = Deployments.send(designer, name, name + ".bpmn", model);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
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

    private static String task(String id, String event, String bean) {
        return "<bpmn:userTask id='" + id + "' camunda:candidateGroups='" + CITY + "'><bpmn:extensionElements>"
                + "<camunda:taskListener event='" + event + "' delegateExpression='${" + bean + "}'/>"
                + "</bpmn:extensionElements></bpmn:userTask>";
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

    /** The rows that decisions would change. */
    private List<String> everything() {
        return jdbc.sql("""
                select 'application ' || id || ' ' || state || ' ' || version from application
                union all select 'event ' || cast(count(*) as varchar(9)) from application_event
                union all select 'list ' || unit_id || ' ' || state from recommendation
                union all select 'selection ' || application_id from selection
                union all select 'pilot ' || cast(count(*) as varchar(9)) from pilot
                union all select 'publicity ' || cast(count(*) as varchar(9)) from publicity
                union all select 'objection ' || state from objection
                order by 1""").query(String.class).list();
    }

    private List<String> refusals() {
        return jdbc.sql("select person || ' ' || subject from record_entry where action = 'guard.refused' order by seq")
                .query(String.class)
                .list();
    }
}
