package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site's page can not use a password that a browser remembers, and a browser is never asked for one. */
class ForeignCallsTest extends Journey {

    private static final String MISSING = "/api/applications/none";
    private static final String CHALLENGE = "WWW-Authenticate";

    @ParameterizedTest
    @CsvSource({
        "GET,Sec-Fetch-Site,cross-site",
        "GET,Sec-Fetch-Site,same-site",
        "POST,Sec-Fetch-Site,cross-site",
        "PUT,Sec-Fetch-Site,same-site",
        "GET,Origin,https://evil.example.com",
        "POST,Origin,null"
    })
    @DisplayName("password in another site's call → 403 as a problem in Chinese")
    void foreign(String method, String header, String value) throws Exception {
        HttpResponse<String> answer = call(method, MISSING, "Authorization", password(), header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(answer.body()).contains("其他网站的页面");
    }

    @Test
    @DisplayName("password in another site's call → one line in the record")
    void recorded() throws Exception {
        call("POST", MISSING, "Authorization", password(), "Sec-Fetch-Site", "cross-site");

        assertThat(jdbc.sql(
                                "select subject from record_entry where action = 'guard.refused' and subject like '%/api/%'")
                        .query(String.class)
                        .list())
                .containsExactly("403 POST " + MISSING);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,same-origin", "Sec-Fetch-Site,none", "Accept,*/*"})
    @DisplayName("password in a call of our own page, the person or a program → passes")
    void own(String header, String value) throws Exception {
        HttpResponse<String> answer = call("GET", MISSING, "Authorization", password(), header, value);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/applications/none", "POST,/api/applications", "GET,/engine-rest/engine"})
    @DisplayName("program without password → 401 that asks for one, no session")
    void programIsAsked(String method, String path) throws Exception {
        HttpResponse<String> answer = call(method, path, "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue(CHALLENGE)).get().asString().startsWith("Basic");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/applications/none,Accept,text/html",
        "GET,/api/applications/none,Sec-Fetch-Mode,cors",
        "POST,/api/applications,Sec-Fetch-Site,cross-site",
        "GET,/engine-rest/engine,Sec-Fetch-Site,none"
    })
    @DisplayName("browser without password → 401 that asks for none, no session")
    void browserIsNotAsked(String method, String path, String header, String value) throws Exception {
        HttpResponse<String> answer = call(method, path, header, value);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue(CHALLENGE)).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/applications/none", "/engine-rest/engine", "/portal"})
    @DisplayName("browser with a wrong password → 401 that asks for no other")
    void wrongPassword(String path) throws Exception {
        HttpResponse<String> answer =
                call("GET", path, "Authorization", basic("applicant-1", "wrong"), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue(CHALLENGE)).isEmpty();
    }

    private HttpResponse<String> call(String method, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(method, BodyPublishers.noBody())
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private String password() {
        return basic("applicant-1", "demo");
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
