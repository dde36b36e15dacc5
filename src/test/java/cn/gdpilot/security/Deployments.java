package cn.gdpilot.security;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/** Deploys over REST as Camunda Modeler does. */
public final class Deployments {

    private Deployments() {}

    /** Sends one file under a name of deployment. */
    public static Answer send(ApplicantClient client, String name, String file, String content) {
        return send(client, name, Map.of(file, content));
    }

    /** Sends files under a name of deployment. */
    public static Answer send(ApplicantClient client, String name, Map<String, String> files) {
        String edge = "edge" + UUID.randomUUID();
        StringBuilder body =
                new StringBuilder(("--%1$s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n%2$s\r\n"
                                + "--%1$s\r\nContent-Disposition: form-data; name=\"enable-duplicate-filtering\"\r\n\r\ntrue\r\n")
                        .formatted(edge, name));
        files.forEach((file, content) -> body.append(
                "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%2$s\"\r\nContent-Type: application/octet-stream\r\n\r\n%3$s\r\n"
                        .formatted(edge, file, content)));
        return client.call(
                "POST",
                "/engine-rest/deployment/create",
                BodyPublishers.ofString(body + "--" + edge + "--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=" + edge);
    }
}
