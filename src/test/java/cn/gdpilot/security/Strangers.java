package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers have limits: as many registrations as the hour allows, and no upload before the mail address is confirmed. */
public abstract class Strangers extends StrictSignIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "Testing-123";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void nobodyHasTried() {
        jdbc.sql("delete from registration_count").update();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    @DisplayName(
            "fourth registration from an address in the hour → 429, recorded and counted; from another behind the same proxy → taken")
    void registrations() throws Exception {
        double before = refusals("registrations");
        for (int i = 0; i < 3; i++) {
            assertThat(register("203.0.113.7", stranger()).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> fourth = register("203.0.113.7", stranger());
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(fourth.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3500, 3600);
        assertThat(json(fourth).get("detail").asText()).contains("一小时内最多登记 3 个", "60 分钟", "换一个网络");
        assertThat(jdbc.sql(
                                "select count(*) from record_entry where action = 'limit.refused' and address = '203.0.113.7'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(refusals("registrations") - before).isEqualTo(1);

        assertThat(register("6.6.6.6, 203.0.113.7", stranger()).statusCode()).isEqualTo(429);
        assertThat(register("203.0.113.8", stranger()).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("registration page at the limit → 429 with the sentence, what was typed stays")
    void registrationPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            register("127.0.0.1", stranger());
        }

        Answer answer = OfficerClient.nobody(base())
                .withToken("/register", "POST", "/register", "name=Typed&password=" + PASSWORD, FORM);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isNotEmpty();
        assertThat(answer.body()).contains("一小时内最多登记 3 个", "Typed");
    }

    @Test
    @DisplayName("registrations that are refused for a mistake → do not count")
    void mistakes() throws Exception {
        Map<String, String> wrong = stranger();
        wrong.put("creditCode", "1234");
        for (int i = 0; i < 5; i++) {
            assertThat(register("203.0.113.9", wrong).statusCode()).isEqualTo(400);
        }

        assertThat(register("203.0.113.9", stranger()).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("one mailbox given by many who register → no letters without end to it, in words")
    void oneMailbox() throws Exception {
        for (int i = 0; i < 21; i++) {
            Map<String, String> form = stranger();
            form.put("contactEmail", "victim@example.org");
            HttpResponse<String> answer = register("198.51.100." + i, form);

            assertThat(answer.statusCode()).as("registration " + i).isEqualTo(i < 20 ? 201 : 429);
            if (i == 20) {
                assertThat(json(answer).get("detail").asText()).contains("这个邮箱一天内最多接收 20 封");
            }
        }
        assertThat(jdbc.sql("select count(*) from outbox where recipient = 'victim@example.org'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    @DisplayName(
            "upload before the address is confirmed → refused with the way out; confirmed by the letter's link, once → taken")
    void confirmation() throws Exception {
        givenRound();
        Map<String, String> form = stranger();
        register("203.0.113.10", form);
        ApplicantClient client = new ApplicantClient(base(), form.get("creditCode"), PASSWORD);
        String id = begin(client);

        Answer refused = client.attach(id, "EVIDENCE", "a.pdf", attached("a.pdf"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asText()).contains("请先确认单位联系人的邮箱", "重新发送");
        assertThat(client.call(
                                "POST",
                                "/api/applications/" + id + "/uploads",
                                BodyPublishers.noBody(),
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                "10",
                                "Upload-Metadata",
                                "kind RVZJREVOQ0U=,filename YS5wZGY=")
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from upload").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'limit.refused' and subject = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        String token = token(form.get("contactEmail"));
        assertThat(post("/api/account/confirmation", Map.of("token", "made-up")).statusCode())
                .isEqualTo(404);
        assertThat(post("/api/account/confirmation", Map.of("token", token)).statusCode())
                .isEqualTo(204);
        assertThat(post("/api/account/confirmation", Map.of("token", token)).statusCode())
                .isEqualTo(409);
        assertThat(client.attach(id, "EVIDENCE", "a.pdf", attached("a.pdf")).status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from upload").query(Integer.class).single())
                .isZero();
    }

    @Test
    @DisplayName(
            "link opened → confirms nothing yet; its button, in a browser that is not signed in → confirms; another address → asked again")
    void pages() throws Exception {
        Map<String, String> form = stranger();
        register("203.0.113.11", form);
        ApplicantClient client = new ApplicantClient(base(), form.get("creditCode"), PASSWORD);
        OfficerClient browser = new OfficerClient(base(), form.get("creditCode"), PASSWORD);
        String token = token(form.get("contactEmail"));
        OfficerClient other = OfficerClient.nobody(base());

        assertThat(other.send("GET", "/confirm?token=" + token, null).body()).contains("确认邮箱", token);
        assertThat(state(client)).isEqualTo("{\"required\":true,\"confirmed\":false}");
        assertThat(browser.send("GET", "/portal/confirmation", null).body()).contains("重新发送确认邮件");
        assertThat(browser.send("GET", "/portal", null).body())
                .contains("邮箱尚未确认", form.get("contactEmail"), "/portal/confirmation");

        assertThat(other.withToken("/register", "POST", "/confirm", "token=" + token, FORM)
                        .body())
                .contains("邮箱已确认");
        assertThat(browser.send("GET", "/portal", null).body()).doesNotContain("尚未确认");
        assertThat(state(client)).isEqualTo("{\"required\":true,\"confirmed\":true}");

        String fresh = "fresh" + form.get("contactEmail");
        assertThat(browser.submitPage(
                                "/portal/data",
                                Map.of("contactName", "新人", "contactPhone", "020-12345678", "contactEmail", fresh))
                        .body())
                .contains("新邮箱须确认");
        assertThat(state(client)).isEqualTo("{\"required\":true,\"confirmed\":false}");
        assertThat(token(fresh)).isNotEqualTo(token);
    }

    @Test
    @DisplayName("sixth letter in a day → 429; a letter for an address that is confirmed → refused")
    void letters() throws Exception {
        Map<String, String> form = stranger();
        register("203.0.113.12", form);
        ApplicantClient client = new ApplicantClient(base(), form.get("creditCode"), PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(again(client).status()).isEqualTo(202);
        }

        Answer sixth = again(client);
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.json().get("detail").asText()).contains("一天内最多发送 5 封", "24 小时");

        post("/api/account/confirmation", Map.of("token", token(form.get("contactEmail"))));
        assertThat(again(client).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("wrong passwords from one client behind the proxy → slow that client down, and no other")
    void slowedDown() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("203.0.113.20").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> slowed = signIn("203.0.113.20");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(signIn("203.0.113.21").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "sign-in on the page → a device cookie that no script reads and no other site's page sends; slowed down → the page says how long")
    void signInPage() throws Exception {
        HttpResponse<String> right = signInOnPage("demo");
        assertThat(right.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gdpilot-device="))
                .singleElement()
                .asString()
                .matches("gdpilot-device=[\\w-]{43}; Path=/; Max-Age=15552000; .*HttpOnly; SameSite=Lax");
        for (int i = 0; i < 5; i++) {
            assertThat(signInOnPage("wrong").headers().firstValue("Location")).hasValue("/login?error");
        }

        HttpResponse<String> slowed = signInOnPage("demo");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).contains("请等 30 秒后再试", "不受影响", "返回登录").doesNotContain("退出登录");
    }

    private HttpResponse<String> signInOnPage(String password) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(base() + "/login")).build(), BodyHandlers.ofString());
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(URI.create(base() + "/login"))
                        .header("Content-Type", FORM)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString("username=city-440300&password=" + password + "&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    private double refusals(String limit) {
        return meters.get("gdpilot.limit.refusals")
                .tag("limit", limit)
                .functionCounter()
                .count();
    }

    private Answer again(ApplicantClient client) {
        return client.call("POST", "/api/account/confirmation/letter", BodyPublishers.noBody());
    }

    private String state(ApplicantClient client) {
        return client.call("GET", "/api/account/confirmation", BodyPublishers.noBody())
                .body();
    }

    private String begin(ApplicantClient client) {
        return client.begin(Map.of("unit", "city-440100", "projectName", "陌生人"))
                .ok()
                .json()
                .get("id")
                .asText();
    }

    private static byte[] attached(String name) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj"
                        + " 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                        + name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> stranger() {
        int number = NEXT.incrementAndGet();
        Map<String, String> form = new HashMap<>();
        form.put("creditCode", creditCode("91440106MB%07d".formatted(number)));
        form.put("name", "陌生单位" + number);
        form.put("applicantType", "INDUSTRIAL");
        form.put("city", "广州市");
        form.put("contactName", "联系人");
        form.put("contactPhone", "020-12345678");
        form.put("contactEmail", "stranger" + number + "@example.org");
        form.put("password", PASSWORD);
        return form;
    }

    private HttpResponse<String> register(String forwarded, Map<String, String> form) throws Exception {
        return send(request("/api/applicants", JSON.writeValueAsString(form)).header("X-Forwarded-For", forwarded));
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
        return send(request(path, JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> signIn(String forwarded) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/applications/none"))
                .header("Authorization", "Basic YXBwbGljYW50LTE6d3Jvbmc=")
                .header("X-Forwarded-For", forwarded));
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private String token(String email) {
        String letter = jdbc.sql("select body from outbox where recipient = :email order by id desc")
                .param("email", email)
                .query(String.class)
                .list()
                .get(0);
        Matcher token = Pattern.compile("token=([\\w-]+)").matcher(letter);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
