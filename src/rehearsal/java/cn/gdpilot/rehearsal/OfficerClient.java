package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An officer at work: signs in as a browser does and speaks the API that the Tasklist speaks. */
public final class OfficerClient {

    /** What an officer ticks before an application is accepted, as the Tasklist sends it. */
    public static final String ALL_POINTS =
            "[\"FORM_SEAL\",\"COMMITMENT_SIGNED\",\"TRUTH_SIGNED\",\"AUDIT_SEALED\",\"USE_PROOF_SEALED\"]";

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpSession http;
    private final String username;

    private OfficerClient(URI base) {
        this.http = new HttpSession(base);
        this.username = "";
    }

    /** Somebody who has not signed in. */
    public static OfficerClient nobody(URI base) {
        return new OfficerClient(base);
    }

    /** Signs in. */
    public OfficerClient(URI base, String username, String password) {
        this.http = new HttpSession(base);
        this.username = username;
        String token = token("/login");
        String form =
                "username=%s&password=%s&_csrf=%s".formatted(encoded(username), encoded(password), encoded(token));
        http.send("POST", "/login", BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
        // The Tasklist's page sets the cookie that its API asks for.
        http.send("GET", "/camunda/app/tasklist/default/", BodyPublishers.noBody());
    }

    /** The tasks of the officer's groups in a process, the earliest first. */
    public List<Task> tasks(String taskDefinitionKey) {
        JsonNode found = post(
                        "/task",
                        Map.of(
                                "taskDefinitionKey",
                                taskDefinitionKey,
                                "candidateGroup",
                                username,
                                "includeAssignedTasks",
                                true,
                                "sorting",
                                List.of(Map.of("sortBy", "created", "sortOrder", "asc"))))
                .ok()
                .json();
        List<Task> tasks = new ArrayList<>();
        found.forEach(task -> tasks.add(
                new Task(task.get("id").asText(), task.get("processInstanceId").asText())));
        return tasks;
    }

    /** A variable that the task's form shows. */
    public String variable(Task task, String name) {
        return get("/task/" + task.id() + "/form-variables")
                .ok()
                .json()
                .path(name)
                .path("value")
                .asText(null);
    }

    /** Claims a task and completes it with these answers, as the Tasklist does. */
    public Answer complete(Task task, Map<String, ?> answers) {
        post("/task/" + task.id() + "/claim", Map.of("userId", username));
        return post("/task/" + task.id() + "/submit-form", Map.of("variables", variables(answers)));
    }

    /** Starts a process by its start form. */
    public Answer start(String process, Map<String, ?> answers) {
        return post("/process-definition/key/" + process + "/submit-form", Map.of("variables", variables(answers)));
    }

    public Answer get(String path) {
        return http.send("GET", ENGINE + path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object content) {
        return send("POST", ENGINE + path, content);
    }

    /** Any other request of this person to any address, as JSON. */
    public Answer send(String method, String path, Object content) {
        return raw(
                method,
                path,
                content == null ? BodyPublishers.noBody() : HttpSession.json(content),
                "application/json");
    }

    /** A file that a page of ours offers. */
    public byte[] download(String path) {
        return http.download(path);
    }

    /** Opens a page of ours and sends its form with these fields. */
    public Answer submitPage(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token(path)));
        fields.forEach((name, value) ->
                form.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return form(path, form.toString());
    }

    /** A form of a web page, sent as a browser sends it. */
    public Answer form(String path, String fields) {
        return raw("POST", path, BodyPublishers.ofString(fields), "application/x-www-form-urlencoded");
    }

    /** A request with the token that a page of ours carries in its forms. */
    public Answer withToken(String page, String method, String path, String body, String contentType) {
        return withToken(page, method, path, BodyPublishers.ofString(body), contentType);
    }

    /** The same with any body. */
    public Answer withToken(String page, String method, String path, BodyPublisher body, String contentType) {
        return http.send(
                method,
                path,
                body,
                "Content-Type",
                contentType,
                "X-CSRF-TOKEN",
                token(page),
                "X-XSRF-TOKEN",
                http.cookie("XSRF-TOKEN"));
    }

    /** Any request with any body. */
    public Answer raw(String method, String path, BodyPublisher body, String contentType) {
        return http.send(method, path, body, "Content-Type", contentType, "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN"));
    }

    private static Map<String, Object> variables(Map<String, ?> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }

    private String token(String page) {
        Matcher token = CSRF.matcher(
                http.send("GET", page, BodyPublishers.noBody()).ok().body());
        if (!token.find()) {
            throw new IllegalStateException(page + " has no CSRF token");
        }
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A task.
     *
     * @param id                key
     * @param processInstanceId instance that it belongs to
     */
    public record Task(String id, String processInstanceId) {}
}
