package cn.gdpilot.security;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Deploys over REST as Camunda Modeler does. */
final class Deployments {

    private Deployments() {}

    /** Sends one file under a name of deployment. */
    static Answer send(ApplicantClient client, String name, String file, String content) {
        String edge = "edge" + UUID.randomUUID();
        String body = ("--%1$s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n%2$s\r\n"
                        + "--%1$s\r\nContent-Disposition: form-data; name=\"enable-duplicate-filtering\"\r\n\r\ntrue\r\n"
                        + "--%1$s\r\nContent-Disposition: form-data; name=\"f\"; filename=\"%3$s\"\r\nContent-Type: application/octet-stream\r\n\r\n%4$s\r\n--%1$s--\r\n")
                .formatted(edge, name, file, content);
        return client.call(
                "POST",
                "/engine-rest/deployment/create",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=" + edge);
    }
}
