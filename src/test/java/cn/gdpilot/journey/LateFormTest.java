package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A form that is sent after its session has ended, by a browser without JavaScript: nothing of it is done, nothing that was typed is lost. */
class LateFormTest extends Journey {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String OLD_TOKEN = "a-token-of-yesterday";
    private static final String TYPED = "两小时里写的\n“简介” <b>& 更多";

    private Applicant applicant;

    @Test
    @DisplayName("after the session's end the page shows what was typed, begins no session, and leads to the sign-in")
    void sessionEnded() throws Exception {
        String id = givenOwnDraft();

        HttpResponse<String> answer =
                post(browser(), page(id), typed(id), "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.body())
                .contains(
                        "填写的内容还在",
                        "href=\"/login\"",
                        "再次提交",
                        "项目简介",
                        "“简介” &lt;b&gt;&amp; 更多",
                        "action=\"" + page(id) + "\"")
                .contains("name=\"version\" value=\"" + application(id).version() + "\"")
                .doesNotContain("<b>&", OLD_TOKEN, "_csrf", "确认提交");
        assertThat(application(id).summary()).isEqualTo("测试项目");
    }

    @Test
    @DisplayName("signed in meanwhile, the same form comes back with a new token, and is done once it is confirmed")
    void confirmed() throws Exception {
        String id = givenOwnDraft();
        HttpClient browser = signedIn();

        HttpResponse<String> again = post(browser, page(id), typed(id));

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("确认提交", "“简介” &lt;b&gt;&amp; 更多").doesNotContain(OLD_TOKEN);
        assertThat(application(id).summary()).isEqualTo("测试项目");

        HttpResponse<String> done = post(browser, page(id), with(typed(id), "_csrf", token(again)));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(application(id).summary()).isEqualToNormalizingNewlines(TYPED);
    }

    @Test
    @DisplayName("what somebody else has saved meanwhile is not overwritten by the confirmation")
    void stale() throws Exception {
        String id = givenOwnDraft();
        HttpClient browser = signedIn();
        Map<String, String> typed = typed(id);
        applicant.client().edit(id, Map.of("summary", "同事的改动")).ok();

        HttpResponse<String> again = post(browser, page(id), typed);
        HttpResponse<String> conflict = post(browser, page(id), with(typed, "_csrf", token(again)));

        assertThat(conflict.statusCode()).isEqualTo(200);
        assertThat(conflict.body()).contains("未能办理", "“简介” &lt;b&gt;&amp; 更多");
        assertThat(application(id).summary()).isEqualTo("同事的改动");
    }

    @Test
    @DisplayName(
            "another site's form is refused as ever: it gets no page with its words, no token and no session, and changes nothing")
    void anotherSite() throws Exception {
        String id = givenOwnDraft();
        HttpClient victim = signedIn();
        String[][] foreign = {
            {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Origin", "https://evil.example"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "https://evil.example"},
            {"Origin", "null"}
        };

        for (String[] headers : foreign) {
            HttpResponse<String> withSession = post(victim, page(id), typed(id), headers);
            HttpResponse<String> without = post(browser(), page(id), typed(id), headers);
            HttpResponse<String> open = post(browser(), "/register", Map.of("name", "别人填的"), headers);

            assertThat(withSession.statusCode()).isEqualTo(403);
            assertThat(withSession.body()).doesNotContain("简介", "_csrf", "确认提交");
            assertThat(without.body()).doesNotContain("简介", "再次提交");
            assertThat(without.headers().map()).doesNotContainKey("set-cookie");
            assertThat(open.body()).doesNotContain("别人填的");
            assertThat(open.headers().map()).doesNotContainKey("set-cookie");
        }
        assertThat(application(id).summary()).isEqualTo("测试项目");
    }

    @Test
    @DisplayName("a registration that lay open too long is confirmed without a sign-in; the password is not repeated")
    void registration() throws Exception {
        HttpClient browser = browser();
        Map<String, String> form = Map.of("name", "慢慢填写的单位", "creditCode", "x", "password", "Geheim-12345");

        HttpResponse<String> late = post(browser, "/register", form, "Origin", base().toString());
        assertThat(late.body()).contains("慢慢填写的单位", "确认提交").doesNotContain("Geheim");

        HttpResponse<String> again =
                post(browser, "/register", Map.of("name", "慢慢填写的单位", "creditCode", "x", "_csrf", token(late)));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("未能办理", "value=\"慢慢填写的单位\"");
    }

    @Test
    @DisplayName(
            "a form for files that broke off on its way has lost its token, too: it is told as broken off, not as somebody else's")
    void filesBrokenOff() throws Exception {
        String id = givenOwnDraft();
        String half = "--edge\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nRESULT\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-";
        HttpRequest request = HttpRequest.newBuilder(base().resolve(page(id) + "/materials"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(half))
                .build();

        HttpResponse<String> answer = signedIn().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("上传中断").doesNotContain("无权");
    }

    @Test
    @DisplayName("parts of a page, programs, passwords and what is far too large are answered as before")
    void asBefore() throws Exception {
        String id = givenOwnDraft();
        Map<String, String> typed = typed(id);

        assertThat(post(browser(), page(id), typed, "HX-Request", "true")
                        .headers()
                        .firstValue("HX-Redirect"))
                .hasValue("/login");
        assertThat(post(browser(), page(id), typed, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "same-origin")
                        .body())
                .doesNotContain("简介");
        assertThat(post(browser(), page(id), typed, "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("application/json");
        assertThat(post(signedIn(), "/account/password", Map.of("old", "Testing-123", "wanted", "Another-1234"))
                        .body())
                .doesNotContain("Another");
        assertThat(post(browser(), page(id), Map.of("summary", "长".repeat(200_001)))
                        .body())
                .doesNotContain("长长长")
                .contains("登录已过期");
    }

    private String givenOwnDraft() {
        givenRound();
        applicant = givenApplicant();
        String id = applicant
                .client()
                .begin(Map.of("unit", "city-440100", "projectName", "过期的表单"))
                .ok()
                .json()
                .get("id")
                .asText();
        applicant.client().edit(id, Map.of("summary", "测试项目")).ok();
        return id;
    }

    /** What the page of the draft would send, with the token of a session that is over. */
    private Map<String, String> typed(String id) {
        return Map.of(
                "_csrf",
                OLD_TOKEN,
                "version",
                String.valueOf(application(id).version()),
                "projectName",
                "过期的表单",
                "summary",
                TYPED,
                "built",
                "true");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String page(String id) {
        return "/portal/applications/" + id;
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    private HttpClient signedIn() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> page =
                browser.send(HttpRequest.newBuilder(base().resolve("/login")).build(), BodyHandlers.ofString());
        post(
                browser,
                "/login",
                Map.of("username", applicant.client().username(), "password", "Testing-123", "_csrf", token(page)));
        return browser;
    }

    private HttpResponse<String> post(HttpClient browser, String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }
}
