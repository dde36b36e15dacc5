package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What programs and people are told when a request is not theirs to make, or goes nowhere. */
class RefusedRequestsTest extends Journey {

    @Test
    @DisplayName("a wrong password is told as a problem in Chinese")
    void wrongPassword() {
        Answer answer = get(new ApplicantClient(base(), "applicant-1", "wrong"), "/api/applications/none");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("title").asText()).isEqualTo("尚未登录");
        assertThat(answer.json().get("detail").asText()).contains("登录");
    }

    @Test
    @DisplayName("an officer who calls the applicants' API is told so in Chinese")
    void officerCallsTheApplicantsApi() {
        Answer answer = get(new ApplicantClient(base(), "city-440100", PASSWORD), "/api/applications/none");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText()).contains("无权");
    }

    @Test
    @DisplayName("a browser session without its CSRF token changes nothing over the API")
    void sessionWithoutToken() {
        Answer answer =
                officer("dept-44").send("PUT", "/api/rehearsal/clock", Map.of("now", "2099-01-01T00:00:00+08:00"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText()).contains("刷新页面");
    }

    @Test
    @DisplayName("an unknown address of the API is a problem in Chinese")
    void unknownAddress() {
        Answer answer = get(givenApplicant().client(), "/api/no-such-thing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("detail").asText()).contains("没有这个接口地址");
    }

    @Test
    @DisplayName("R4.5 an unknown page says so in Chinese, with Guangdong's time wherever the server stands")
    void unknownPage() {
        ApplicantClient client = givenApplicant().client();
        String before = hour();
        Answer answer = client.call("GET", "/no-such-page", BodyPublishers.noBody(), "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面").containsAnyOf("<dd>" + before, "<dd>" + hour());
    }

    @Test
    @DisplayName("an address that leads out of the server is refused in Chinese, too, before any page is asked")
    void addressThatIsNone() {
        Answer answer = OfficerClient.nobody(base()).raw("GET", "/%2e%2e/", BodyPublishers.noBody(), "text/html");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("请求无法处理").doesNotContain("Tomcat", "HTTP Status");
    }

    private static Answer get(ApplicantClient client, String path) {
        return client.call("GET", path, BodyPublishers.noBody());
    }

    private static String hour() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:")
                .withZone(PilotClock.GUANGDONG)
                .format(Instant.now());
    }
}
