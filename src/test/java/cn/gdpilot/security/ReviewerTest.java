package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer's client may not do, whatever it sends. */
@Tag("engine")
class ReviewerTest extends Journey {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @DisplayName("CVE-2026-77226: nobody makes a user through the set-up page's address")
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create",
                "/camunda;x=1/api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/assets/../camunda/api/admin/setup/default/user/create"
            })
    void setUp(String path) {
        Object admin = Map.of("profile", Map.of("id", "intruder"), "credentials", Map.of("password", "intruder"));
        ApplicantClient stranger = new ApplicantClient(base(), "nobody", "nothing");

        int anonymous = stranger.call("POST", path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                .status();
        int reviewer = officer("city-440100").send("POST", path, admin).status();

        assertThat(List.of(anonymous, reviewer)).allMatch(status -> status >= 400 && status < 500);
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'intruder'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @DisplayName("text that no database can keep is answered as bad input, in words")
    @ValueSource(strings = {"{\"taskDefinitionKey\":\"\\u0000\"}", "{\"name\\u0000\":1}", "{\"name\":\"\\ud800\"}"})
    void unwritable(String body) {
        Answer answer =
                officer("city-440100").raw("POST", ENGINE + "/task", BodyPublishers.ofString(body), "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("控制字符");
        assertThat(officer("city-440100")
                        .send("GET", ENGINE + "/task?taskDefinitionKey=%00", null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a reviewer of another city sees neither task, nor count, nor file, nor page")
    void otherCity() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "他市不可见");
        Task task = tasks("city-440100", "UserTask_AcceptApplication").get(0);
        var other = officer("city-440400");

        assertThat(other.get("/task/" + task.id()).status()).isIn(403, 404);
        assertThat(other.get("/task/" + task.id() + "/form-variables").status()).isIn(403, 404);
        assertThat(other.post("/task/count", Map.of("candidateGroup", "city-440100", "includeAssignedTasks", true))
                        .json()
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(other.get("/history/process-instance/count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(other.send("GET", "/dossier/" + project.id(), null).status()).isEqualTo(404);
        assertThat(other.send(
                                "GET",
                                "/desk/recommendations/"
                                        + application(project.id()).roundId() + "/city-440100",
                                null)
                        .status())
                .isEqualTo(404);
        assertThat(officer("city-440100")
                        .send("GET", "/dossier/" + project.id(), null)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("addresses of the engine written in another way are refused by the fence, with and without a sign-in")
    @ValueSource(
            strings = {
                "/%63amunda/api/engine/engine/default/task",
                "/camunda;x=1/api/engine/engine/default/task",
                "//camunda/api/engine/engine/default/task",
                "/assets/../camunda/api/engine/engine/default/task",
                "/%65ngine-rest/task"
            })
    void otherWritings(String path) {
        ApplicantClient stranger = new ApplicantClient(base(), "nobody", "nothing");

        assertThat(officer("city-440100").send("POST", path, Map.of()).status()).isEqualTo(404);
        assertThat(stranger.call("POST", path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("what the fence refuses is in the record, with the person")
    void refusalsAreRecorded() {
        officer("city-440100")
                .send("POST", ENGINE + "/task", Map.of("orQueries", List.of(Map.of("assigneeExpression", "${1}"))));

        assertThat(jdbc.sql(
                                "select count(*) from record_entry where action = 'guard.refused' and person = 'city-440100' and subject like :what")
                        .param("what", "403 POST " + ENGINE + "/task")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("Cockpit's own queries, which count everybody's instances, are closed to reviewers")
    void cockpitCounts() {
        String counts = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";

        assertThat(officer("city-440100").send("GET", counts, null).status()).isEqualTo(403);
        assertThat(officer("security").send("GET", counts, null).status()).isEqualTo(403);
        assertThat(officer("operator").send("GET", counts, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("who runs the system sees tables and measures in Cockpit and over the REST API")
    void runners() {
        ApplicantClient designer = new ApplicantClient(base(), "designer", "demo");

        Answer table =
                designer.call("GET", "/engine-rest/decision-definition/key/video-length", BodyPublishers.noBody());
        Answer measure = officer("operator").get("/metrics/activity-instance-start/sum");

        assertThat(List.of(table.status(), measure.status())).containsOnly(200);
    }

    @Test
    @DisplayName("a task's subject is read by the unit that is asked, by nobody else, and no other variable with it")
    void subjects() {
        givenRound();
        givenSubmitted("city-440100", "T01", "事项可见");
        String own = officer("city-440100").get("/variable-instance").body();
        String other = officer("city-440400").get("/variable-instance").body();

        assertThat(own).contains("事项可见").doesNotContain("applicationId");
        assertThat(other).doesNotContain("事项可见");
    }

    @Test
    @DisplayName("an applicant reaches neither another's application nor any of the engine's addresses")
    void applicants() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "他人不可见");
        ApplicantClient other = givenApplicant().client();

        assertThat(other.get(project.id()).status()).isEqualTo(404);
        assertThat(other.timeline(project.id()).status()).isEqualTo(404);
        assertThat(other.withdraw(project.id(), "别人的").status()).isEqualTo(404);
        assertThat(other.call("GET", "/engine-rest/task", BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
        assertThat(other.call("GET", ENGINE + "/task", BodyPublishers.noBody()).status())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("the REST API asks for a password, refuses reviewers, and evaluates decisions for designers")
    void engineRest() {
        String path = "/engine-rest/decision-definition/key/video-length/evaluate";
        String body = "{\"variables\":{\"seconds\":{\"value\":299,\"type\":\"Integer\"}}}";

        assertThat(as("nobody", "nothing", path, body).status()).isEqualTo(401);
        assertThat(as("city-440100", "demo", path, body).status()).isEqualTo(403);
        Answer designer = as("designer", "demo", path, body);
        assertThat(designer.status()).isEqualTo(200);
        assertThat(designer.body()).contains("R2.12").contains("REFUSE");
    }

    @Test
    @DisplayName(
            "R2.13 a designer hands in a table with an unknown kind → 400 with row and column, the record has it, nothing changes")
    void badTable() throws IOException {
        String table = Files.readString(Path.of("processes/required-materials.dmn"));

        Answer answer = Deployments.send(
                designer(),
                "Modeler",
                "required-materials.dmn",
                table.replace("<text>\"INDEX\"</text>", "<text>\"LICENCE\"</text>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("第 6 行", "（material）", "LICENCE", "请在 Camunda Modeler 中改正");
        assertThat(designer()
                        .call(
                                "GET",
                                "/engine-rest/decision-definition/key/required-materials/xml",
                                BodyPublishers.noBody())
                        .body())
                .doesNotContain("LICENCE");
        assertThat(recorded("models.refused", "designer", "Modeler", "required-materials.dmn sha256:", "LICENCE"))
                .isOne();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"operator", "camunda-admin"})
    @DisplayName(
            "who runs the system deploys → 403 in plain words and on the record; a designer deploys the same → it runs, on the record")
    void whoDeploys(String runner) {
        String name = "own" + UUID.randomUUID();
        String table =
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='x'>"
                        + "<decision id='%1$s' name='自用表' camunda:historyTimeToLive='1825'><variable id='v' name='v'/><literalExpression id='l'><text>1</text></literalExpression></decision>"
                                .formatted(name)
                        + "<i:DMNDI xmlns:i='https://www.omg.org/spec/DMN/20191111/DMNDI/'><i:DMNDiagram><i:DMNShape dmnElementRef='%s'/></i:DMNDiagram></i:DMNDI></definitions>"
                                .formatted(name);

        Answer refused = Deployments.send(new ApplicantClient(base(), runner, "demo"), name, name + ".dmn", table);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("只由模型设计人员（designer）部署");
        assertThat(recorded("models.refused", runner, name, name + ".dmn sha256:", "只由模型设计人员"))
                .isOne();
        assertThat(new ApplicantClient(base(), runner, "demo")
                        .call("GET", "/engine-rest/deployment", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);

        assertThat(Deployments.send(designer(), name, name + ".dmn", table).status())
                .isEqualTo(200);
        assertThat(recorded("models.deployed", "designer", "%", name + ".dmn sha256:", name))
                .isOne();
        assertThat(officer("operator").send("GET", "/models", null).ok().body())
                .contains(name + ".dmn", "另行部署（" + name + "）", "文件夹中没有此文件");
    }

    private int recorded(String action, String person, String subject, String files, String grounds) {
        return jdbc.sql("""
                        select count(*) from record_entry where action = :action and person = :person and subject like :subject
                        and became like :files and grounds like :grounds""")
                .param("action", action)
                .param("person", person)
                .param("subject", subject)
                .param("files", files + "%")
                .param("grounds", "%" + grounds + "%")
                .query(Integer.class)
                .single();
    }

    private ApplicantClient designer() {
        return new ApplicantClient(base(), "designer", "demo");
    }

    private Answer as(String user, String password, String path, String body) {
        return new ApplicantClient(base(), user, password)
                .call("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
