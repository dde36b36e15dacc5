package cn.gdpilot.security;

import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.security.Attack.Strike;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/** What people with a sign-in try on the engine: the same list is struck with the guard on and with the guard off. */
@Tag("engine")
abstract class Attacks extends Journey {

    static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String MARK = "gdpilot.attack";
    private static final String PAYLOAD =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '"
                    + MARK + "', 'done')}";
    private static final String CITY = "city-440100";

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService taskService;

    @Autowired
    FilterService filters;

    List<Attack> attacks() {
        givenRound();
        givenColleague();
        List<Attack> all = new ArrayList<>();
        all.addAll(expressions());
        all.addAll(onOwnTask());
        all.addAll(onColleaguesTask());
        all.addAll(onAccounts());
        all.addAll(byTheAdministrator());
        all.addAll(models());
        all.addAll(onStarts());
        return all;
    }

    private void givenColleague() {
        if (identity.createUserQuery().userId("colleague").count() == 0) {
            identity.saveUser(identity.newUser("colleague"));
            identity.createMembership("colleague", CITY);
        }
    }

    /** CVE-2026-109432 in its variants. */
    List<Attack> expressions() {
        Map<String, Object> or = Map.of("orQueries", List.of(Map.of("assigneeExpression", PAYLOAD)));
        Map<String, Object> deep = Map.of("orQueries", List.of(Map.of("dueAfterExpression", PAYLOAD)));
        return List.of(
                expression("an expression in an or-query of a task query", () -> asCity("POST", "/task", or)),
                expression("an expression in an or-query of a task count", () -> asCity("POST", "/task/count", or)),
                expression("an expression in a date of an or-query", () -> asCity("POST", "/task", deep)),
                expression(
                        "an expression in the query that extends a filter",
                        () -> asCity("POST", "/filter/" + filter() + "/list", or)),
                expression(
                        "an expression in the count of a filter",
                        () -> asCity("POST", "/filter/" + filter() + "/count", or)));
    }

    /** The engine's own setting refuses this one, too. */
    Attack expressionAtTheTop() {
        return expression(
                "an expression in a task query itself",
                () -> asCity("POST", "/task", Map.of("assigneeExpression", PAYLOAD)));
    }

    private Attack expression(String name, Supplier<Answer> call) {
        return new Attack(name, () -> {
            Answer answer = call.get();
            boolean bitten = System.getProperty(MARK) != null;
            System.clearProperty(MARK);
            return new Strike(bitten, answer.status(), answer.body());
        });
    }

    private List<Attack> onOwnTask() {
        Object value = Map.of("value", "99", "type", "String");
        Map<String, Object> extra = Map.of(
                "variables",
                Map.of(
                        "outcome",
                        Map.of("value", "ACCEPT"),
                        "creditRecord",
                        Map.of("value", "CLEAN"),
                        "quota",
                        Map.of("value", 99)));
        return List.of(
                onTask("writes a process variable", "PUT", "/variables/quota", value),
                onTask("writes a local variable", "PUT", "/localVariables/subject", value),
                onTask("deletes a local variable", "DELETE", "/localVariables/subject", null),
                onTask(
                        "modifies several variables",
                        "POST",
                        "/variables",
                        Map.of("modifications", Map.of("unit", value))),
                onTask("completes with an extra variable", "POST", "/complete", extra),
                onTask("submits the form with an extra variable", "POST", "/submit-form", extra),
                onTask("resolves the task", "POST", "/resolve", Map.of("variables", Map.of("quota", value))),
                onTask("hands the task to another city", "POST", "/assignee", Map.of("userId", "city-440400")),
                onTask("delegates the task to another city", "POST", "/delegate", Map.of("userId", "city-440400")),
                onTask("claims for somebody else", "POST", "/claim", Map.of("userId", "city-440400")),
                onTask("changes the due date", "PUT", "", Map.of("name", "已办结", "due", "2099-01-01T00:00:00.000+0800")),
                onTask(
                        "asks another city to the task",
                        "POST",
                        "/identity-links",
                        Map.of("groupId", "city-440400", "type", "candidate")),
                onTask(
                        "takes the own unit off the task",
                        "POST",
                        "/identity-links/delete",
                        Map.of("groupId", CITY, "type", "candidate")));
    }

    /** What the desks and the engine's own model refuse too: these do not bite even without the guard. */
    List<Attack> heldTwice() {
        Object value = Map.of("value", "99", "type", "String");
        Map<String, Object> odd = Map.of("variables", Map.of("outcome", Map.of("value", "FORWARD_AT_ONCE")));
        Map<String, Object> number = Map.of("variables", Map.of("outcome", Map.of("value", 1, "type", "Integer")));
        Map<String, Object> object = Map.of(
                "variables",
                Map.of(
                        "grounds",
                        Map.of(
                                "value",
                                "rO0ABXA=",
                                "type",
                                "Object",
                                "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        "java.lang.String",
                                        "serializationDataFormat",
                                        "application/x-java-serialized-object"))));
        Map<String, Object> fleeting = Map.of(
                "variables",
                Map.of("outcome", Map.of("value", "ACCEPT", "type", "String", "valueInfo", Map.of("transient", true))));
        Map<String, Object> large = Map.of("variables", Map.of("grounds", Map.of("value", "长".repeat(20_000))));
        return List.of(
                expressionAtTheTop(),
                admin(
                        "completes a task",
                        "POST",
                        () -> "/task/" + newTask() + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "outcome",
                                        Map.of("value", "ACCEPT"),
                                        "creditRecord",
                                        Map.of("value", "CLEAN")))),
                onTask("answers with a value that the form does not offer", "POST", "/complete", odd),
                onTask("answers with another type than the form's", "POST", "/complete", number),
                onTask("answers with a Java object", "POST", "/complete", object),
                onTask("answers with a value that is not kept", "POST", "/complete", fleeting),
                onTask("answers with 20,000 characters", "POST", "/complete", large),
                deployment("a table that is none", "x.dmn", "<a/>"),
                deployment(
                        "a table that calls Java",
                        "x.dmn",
                        dmn("feel").replace("<text>1<", "<text>function(x) external { java: {} }<")),
                pastTheStartForm(),
                onTask(
                        "throws an error of the process",
                        "POST",
                        "/bpmnError",
                        Map.of("errorCode", "x", "variables", Map.of("quota", value))),
                onTask(
                        "escalates with variables",
                        "POST",
                        "/bpmnEscalation",
                        Map.of("escalationCode", "x", "variables", Map.of("quota", value))));
    }

    private Attack onTask(String name, String method, String address, Object body) {
        return plain(name, () -> asCity(method, "/task/" + newTask() + address, body));
    }

    private List<Attack> onColleaguesTask() {
        Map<String, Object> accept = Map.of(
                "variables", Map.of("outcome", Map.of("value", "ACCEPT"), "creditRecord", Map.of("value", "CLEAN")));
        return List.of(
                plain(
                        "takes a task from a colleague",
                        () -> asCity("POST", "/task/" + colleaguesTask() + "/assignee", Map.of("userId", CITY))),
                plain(
                        "gives back a colleague's task",
                        () -> asCity("POST", "/task/" + colleaguesTask() + "/unclaim", null)),
                plain(
                        "completes what a colleague holds",
                        () -> asCity("POST", "/task/" + colleaguesTask() + "/submit-form", accept)),
                plain("reads a foreign attachment", this::foreignAttachment));
    }

    /** Whoever sets a password past the rules is signed out by it: this comes last. */
    private List<Attack> onAccounts() {
        return List.of(
                plain(
                        "renames oneself",
                        () -> asCity(
                                "PUT",
                                "/user/" + CITY + "/profile",
                                Map.of("id", CITY, "firstName", "部长", "lastName", ""))),
                plain(
                        "signs in as another inside of the Tasklist",
                        () -> form(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username=ministry&password=demo")),
                plain(
                        "sets the own password past the rules",
                        () -> asCity(
                                "PUT",
                                "/user/" + CITY + "/credentials",
                                Map.of("password", "demo", "authenticatedUserPassword", "demo"))));
    }

    /** What an administrator may do to accounts makes this possible at the engine; there is no address for it. */
    List<Attack> heldByTheFence() {
        return List.of(plain(
                "tries passwords at the engine",
                () -> rest(
                        "camunda-admin",
                        "POST",
                        "/identity/verify",
                        Map.of("username", "ministry", "password", "demo"))));
    }

    /** The delegate that opens a round asks whose start it is, too. */
    private Attack pastTheStartForm() {
        Map<String, Object> past = Map.of(
                "variables",
                Map.of(
                        "title",
                        Map.of("value", "假批次"),
                        "noticeNumber",
                        Map.of("value", "无"),
                        "campaignId",
                        Map.of("value", "x"),
                        "cityDeadline",
                        Map.of("value", year + 1 + "-12-08T17:30"),
                        "ministryDeadline",
                        Map.of("value", year + 1 + "-12-20T24:00")));
        return plain(
                "starts a round past its form",
                () -> officer("dept-44").post("/process-definition/key/campaign/start", past));
    }

    private List<Attack> onStarts() {
        return List.of(plain(
                "starts a round at its end",
                () -> officer("dept-44")
                        .post(
                                "/process-definition/key/campaign/start",
                                Map.of(
                                        "startInstructions",
                                        List.of(Map.of(
                                                "type", "startBeforeActivity", "activityId", "EndEvent_Announced"))))));
    }

    /** Whoever holds every grant of the engine still changes no decision. */
    private List<Attack> byTheAdministrator() {
        Object value = Map.of("value", "99", "type", "String");
        return List.of(
                admin(
                        "writes a variable of an instance",
                        "PUT",
                        () -> "/process-instance/" + instance() + "/variables/unit",
                        value),
                admin(
                        "moves an instance to another step",
                        "POST",
                        () -> "/process-instance/" + instance() + "/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of(
                                        "type", "startBeforeActivity", "activityId", "UserTask_AcceptApplication")))),
                admin("deletes an instance", "DELETE", () -> "/process-instance/" + instance(), () -> null),
                admin(
                        "suspends an instance",
                        "PUT",
                        () -> "/process-instance/" + instance() + "/suspended",
                        Map.of("suspended", true)),
                admin(
                        "deletes the history of an instance",
                        "POST",
                        () -> "/history/process-instance/delete",
                        Map.of("historicProcessInstanceQuery", Map.of("processDefinitionKey", "campaign"))),
                admin("throws a signal", "POST", () -> "/signal", Map.of("name", "x")),
                admin(
                        "sets variables in bulk",
                        "POST",
                        () -> "/process-instance/variables-async",
                        () -> Map.of("processInstanceIds", List.of(instance()), "variables", Map.of("unit", value))),
                admin(
                        "deletes instances in bulk",
                        "POST",
                        () -> "/process-instance/delete",
                        () -> Map.of("processInstanceIds", List.of(instance()))),
                admin("makes a task outside of the flow", "POST", () -> "/task/create", Map.of("name", "x")),
                admin("reads the engine's settings out", "GET", () -> "/telemetry/data", () -> null),
                admin("changes the engine's metrics", "DELETE", () -> "/metrics/task-worker", () -> null));
    }

    private Attack admin(String name, String method, Supplier<String> address, Object body) {
        return admin(name, method, address, () -> body);
    }

    private Attack admin(String name, String method, Supplier<String> address, Supplier<Object> body) {
        return plain("the administrator " + name, () -> rest("camunda-admin", method, address.get(), body.get()));
    }

    private List<Attack> models() {
        return List.of(
                deployment("a class", "x.bpmn", bpmn("<bpmn:serviceTask id='s' camunda:class='java.lang.Object'/>")),
                deployment(
                        "a script",
                        "x.bpmn",
                        bpmn(
                                "<bpmn:scriptTask id='s' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>")),
                deployment(
                        "an expression that reflects",
                        "x.bpmn",
                        bpmn(
                                "<bpmn:serviceTask id='s' camunda:expression='${&quot;&quot;.getClass().forName(&quot;java.lang.Runtime&quot;)}'/>")),
                deployment(
                        "a bean that is not listed",
                        "x.bpmn",
                        bpmn("<bpmn:serviceTask id='s' camunda:delegateExpression='${dataSource}'/>")),
                deployment(
                        "an expression in a listener",
                        "x.bpmn",
                        bpmn(
                                "<bpmn:userTask id='s'><bpmn:extensionElements><camunda:taskListener event='create' expression='${1}'/></bpmn:extensionElements></bpmn:userTask>")),
                deployment(
                        "an unlisted bean in a listener",
                        "x.bpmn",
                        bpmn(
                                "<bpmn:userTask id='s'><bpmn:extensionElements><camunda:taskListener event='create' delegateExpression='${dataSource}'/></bpmn:extensionElements></bpmn:userTask>")),
                deployment(
                        "a condition that reflects",
                        "x.bpmn",
                        bpmn("<bpmn:userTask id='s' camunda:assignee='${execution.getProcessEngineServices()}'/>")),
                deployment("a table in another language", "x.dmn", dmn("javascript")),
                deployment(
                        "a form with a foreign page",
                        "x.form",
                        "{\"type\":\"default\",\"id\":\"x\",\"components\":[{\"type\":\"iframe\",\"url\":\"https://example.org\"}]}"),
                deployment("a program file", "x.groovy", "println 1"),
                deployment("a case model", "x.cmmn.txt", "x"));
    }

    private Attack deployment(String what, String file, String content) {
        return plain(
                "deploys " + what,
                () -> Deployments.send(client("designer"), UUID.randomUUID().toString(), file, content));
    }

    private static String bpmn(String step) {
        return ("<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
                        + "<bpmn:process id='attack' isExecutable='true' camunda:historyTimeToLive='1'><bpmn:startEvent id='a'/><bpmn:sequenceFlow id='f' sourceRef='a' targetRef='s'/>%s</bpmn:process></bpmn:definitions>")
                .formatted(step);
    }

    private static String dmn(String language) {
        return ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='x'>"
                        + "<decision id='attack' name='a' camunda:historyTimeToLive='1'><variable id='v' name='v'/><literalExpression id='l' expressionLanguage='%s'><text>1</text></literalExpression></decision></definitions>")
                .formatted(language);
    }

    private Attack plain(String name, Supplier<Answer> call) {
        return new Attack(name, () -> {
            Answer answer = call.get();
            return new Strike(answer.status() < 300, answer.status(), answer.body());
        });
    }

    private Answer asCity(String method, String address, Object body) {
        return officer(CITY).send(method, ENGINE + address, body);
    }

    private Answer rest(String user, String method, String address, Object body) {
        return client(user)
                .call(
                        method,
                        "/engine-rest" + address,
                        body == null ? BodyPublishers.noBody() : HttpSession.json(body),
                        "Content-Type",
                        "application/json");
    }

    private Answer form(String address, String body) {
        return new OfficerClient(base(), CITY, "demo").form(address, body);
    }

    private ApplicantClient client(String user) {
        return new ApplicantClient(base(), user, "demo");
    }

    private String newTask() {
        Submitted project = givenSubmitted(CITY, "T01", "攻击目标" + UUID.randomUUID());
        return taskService
                .createTaskQuery()
                .processInstanceId(taskOf(project.id()))
                .singleResult()
                .getId();
    }

    private String colleaguesTask() {
        String task = newTask();
        taskService.setAssignee(task, "colleague");
        return task;
    }

    private String instance() {
        return taskService.createTaskQuery().taskId(newTask()).singleResult().getProcessInstanceId();
    }

    private Answer foreignAttachment() {
        Submitted project = givenSubmitted("city-440400", "T01", "他市附件");
        String task = taskService
                .createTaskQuery()
                .processInstanceId(taskOf(project.id()))
                .singleResult()
                .getId();
        String attachment = taskService
                .createAttachment("x", task, null, "秘密", "", "https://example.org")
                .getId();
        return asCity("GET", "/task/" + task + "/attachment/" + attachment, null);
    }

    private String filter() {
        return filters.createTaskFilterQuery().list().get(0).getId();
    }
}
