package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A thousand recorded calls, each changed at one place: no answer is a failure of the server, none shows its inside. */
class MutatedRequestsTest extends Journey {

    private static final int CALLS = 1000;
    private static final Map<String, String> OFFICERS =
            Map.of("officer", "city-440100", "operator", "operator", "admin", "camunda-admin");

    @Autowired
    TaskService taskService;

    @Autowired
    FilterService filters;

    private final Map<String, OfficerClient> people = new HashMap<>();

    @Test
    @DisplayName("no call, however broken, is answered with a 500 or a stack trace")
    void everyCallIsAnswered() throws IOException {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "变异请求");
        Map<String, String> keys = Map.of(
                "{project}", project.id(),
                "{task}",
                        taskService
                                .createTaskQuery()
                                .processInstanceId(taskOf(project.id()))
                                .singleResult()
                                .getId(),
                "{instance}", taskOf(project.id()),
                "{filter}", filters.createTaskFilterQuery().list().get(0).getId(),
                "{round}", round);
        List<RecordedCall> recorded = RecordedCall.all();
        Mutation mutation = new Mutation(44);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> failures = new ArrayList<>();

        for (int i = 0; i < CALLS; i++) {
            RecordedCall call = mutation.of(recorded.get(i % recorded.size()).with(keys));
            Answer answer = send(call, project.applicant().client());
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500 || answer.status() >= 400 && showsTheInside(answer.body())) {
                failures.add(answer.status() + " " + shortened(call.toString()) + " -> " + shortened(answer.body()));
            }
        }

        assertThat(failures).as("statuses " + statuses).isEmpty();
        assertThat(statuses.keySet()).as("the calls reach the application").contains(200, 400, 403, 404);
    }

    private Answer send(RecordedCall call, ApplicantClient applicant) {
        var body = call.kind().equals("-") ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
        return switch (call.who()) {
            case "applicant" -> applicant.call(call.method(), call.path(), body, "Content-Type", call.contentType());
            case "nobody" ->
                new ApplicantClient(base(), "nobody", "nothing")
                        .call(call.method(), call.path(), body, "Content-Type", call.contentType());
            case "designer" ->
                new ApplicantClient(base(), "designer", "demo")
                        .call(call.method(), call.path(), body, "Content-Type", call.contentType());
            default ->
                people.computeIfAbsent(OFFICERS.get(call.who()), name -> new OfficerClient(base(), name, "demo"))
                        .raw(call.method(), call.path(), body, call.contentType());
        };
    }

    private static boolean showsTheInside(String body) {
        return body.contains("\tat ")
                || body.contains("java.")
                || body.contains("Exception")
                || body.contains("org.springframework.");
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
