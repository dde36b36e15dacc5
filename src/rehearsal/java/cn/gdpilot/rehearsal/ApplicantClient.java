package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An applicant's program: speaks {@code /api} with HTTP Basic. */
public final class ApplicantClient {

    private static final String[] JSON = {"Content-Type", "application/json"};

    private final HttpSession http;
    private final String username;
    private final String authorization;

    public ApplicantClient(URI base, String username, String password) {
        this.http = new HttpSession(base);
        this.username = username;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public String username() {
        return username;
    }

    public Answer register(Map<String, ?> applicant) {
        return http.send("POST", "/api/applicants", HttpSession.json(applicant), JSON);
    }

    public Answer begin(Map<String, ?> application) {
        return call("POST", "/api/applications", HttpSession.json(application), JSON);
    }

    public Answer get(String id) {
        return call("GET", "/api/applications/" + id, BodyPublishers.noBody());
    }

    public Answer edit(String id, Map<String, ?> form) {
        return call("PATCH", "/api/applications/" + id, HttpSession.json(form), JSON);
    }

    public Answer attach(String id, String kind, String name, byte[] content) {
        return attach(id, kind, name, "", content);
    }

    /** @param said further parameters, e.g. {@code &year=2025} */
    public Answer attach(String id, String kind, String name, String said, byte[] content) {
        String path = "/api/applications/%s/materials/%s?name=%s"
                        .formatted(id, kind, URLEncoder.encode(name, StandardCharsets.UTF_8))
                + said;
        return call("PUT", path, BodyPublishers.ofByteArray(content), "Content-Type", "application/octet-stream");
    }

    public Answer check(String id) {
        return call("GET", "/api/applications/" + id + "/check", BodyPublishers.noBody());
    }

    public Answer submit(String id, String idempotencyKey) {
        return call(
                "POST",
                "/api/applications/" + id + "/submit",
                BodyPublishers.noBody(),
                "Idempotency-Key",
                idempotencyKey);
    }

    public Answer withdraw(String id, String reason) {
        return call("POST", "/api/applications/" + id + "/withdraw", HttpSession.json(Map.of("reason", reason)), JSON);
    }

    public Answer timeline(String id) {
        return call("GET", "/api/applications/" + id + "/timeline", BodyPublishers.noBody());
    }

    public Answer receipt(String number) {
        return http.send("GET", "/api/receipts/" + number, BodyPublishers.noBody());
    }

    /** What the clock shows; for people who may move it. */
    public Answer clock() {
        return call("GET", "/api/rehearsal/clock", BodyPublishers.noBody());
    }

    /** Moves the clock; for people who may. */
    public Answer moveClock(String now) {
        return call("PUT", "/api/rehearsal/clock", HttpSession.json(Map.of("now", now)), JSON);
    }

    /** Any other request of this person. */
    public Answer call(String method, String path, BodyPublisher body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = authorization;
        return http.send(method, path, body, all);
    }
}
