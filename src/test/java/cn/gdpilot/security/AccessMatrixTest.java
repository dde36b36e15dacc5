package cn.gdpilot.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who reaches what: every address of this application and the engine's main ones against every kind of person, as
 * {@code matrix.csv} says. The project that is asked for is city-440100's and was applied for by the first applicant.
 * An address that is not in the table fails the build.
 */
class AccessMatrixTest extends Journey {

    private static final Path TABLE = Path.of("src/test/resources/security/matrix.csv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    TaskService taskService;

    @Autowired
    Publicities publicities;

    private final Map<String, OfficerClient> people = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private Map<String, String> keys;

    @Test
    @DisplayName("every address is in the table")
    void complete() throws IOException {
        TreeSet<String> addresses = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("cn.gdpilot.")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                mapping.getPatternValues().forEach(pattern -> addresses.add(method + " " + pattern)));
            }
        });

        assertThat(addresses)
                .isSubsetOf(rows().stream()
                        .map(row -> row.method() + " " + row.pattern().split("\\?")[0])
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/lib/deps.js",
                "/camunda/assets/glyphicons-halflings-regular.woff2",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "/camunda/app/cockpit/scripts/config.js",
                "/camunda/app/admin/styles/user-styles.css",
                "/camunda/app/welcome/locales/zh-CN.json",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/favicon.ico",
                "/assets/pages.css",
                "/webjars/htmx.org/dist/htmx.min.js"
            })
    @DisplayName("static file asked for without sign-in → served, cacheable, no session")
    void staticFileNeedsNoSession(String file) throws Exception {
        HttpResponse<byte[]> answer = anonymously(file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .doesNotContain("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/index.html",
                "/camunda/app/tasklist/default/index.html",
                "/camunda/app/tasklist/default/scripts/config.js",
                "/camunda/lib/../api/engine/engine",
                "/camunda/lib/..%2fapi/engine/engine",
                "/camunda/lib/%2e%2e/lib/deps.js",
                "/camunda/lib/deps.js;jsessionid=1",
                "/camunda/lib;x=1/deps.js",
                "/camunda/lib//deps.js",
                "/camunda/lib/deps%2ejs",
                "/camunda/lib/deps.js%00",
                "/camunda/lib/deps.js/",
                "/camunda/lib/",
                "/camunda/lib/missing.js",
                "/camunda/lib/../securityFilterRules.json",
                "/camunda/securityFilterRules.json",
                "/camunda/app/../../../../application.yaml",
                "/camunda/api/engine/engine/default/user/x.js",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/plugin.js",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/../../x.js",
                "/camunda/api/cockpit/plugin/tasklistPlugins/static/app/plugin.js",
                "/webjars/camunda/lib/deps.js",
                "/webjars/camunda/securityFilterRules.json",
                "/assets/../application.yaml",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/assets/pages.css;x=1"
            })
    @DisplayName("address near a static file, without sign-in → nothing served, nothing kept")
    void nothingBesideStaticFiles(String address) throws Exception {
        HttpResponse<byte[]> answer = anonymously(address);

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("public");
    }

    @Test
    @DisplayName("page → names its files with a digest of their content, also a page that tells of a failure")
    void filesHaveDigests() throws Exception {
        for (String page : List.of("/login", "/assets/missing.css")) {
            HttpResponse<byte[]> answer = anonymously(page, "Accept", "text/html");
            List<String> files = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                    .matcher(new String(answer.body(), StandardCharsets.UTF_8))
                    .results()
                    .map(hit -> hit.group(1))
                    .toList();

            assertThat(files).isNotEmpty().allMatch(file -> file.matches(".*-[0-9a-f]{32}\\.\\w+"));
            for (String file : files) {
                assertThat(anonymously(file).headers().firstValue("Cache-Control"))
                        .hasValue("max-age=31536000, public, immutable");
            }
        }
        assertThat(anonymously("/assets/saving.js").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    private HttpResponse<byte[]> anonymously(String address, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base().toString().replaceAll("/$", "") + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    @DisplayName("the table is large enough to mean something")
    void size() throws IOException {
        assertThat(rows().stream().mapToInt(row -> row.cells().size()).sum()).isGreaterThanOrEqualTo(400);
    }

    @TestFactory
    @DisplayName("cells")
    Stream<DynamicTest> cells() throws IOException {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "权限矩阵");
        Applicant other = givenApplicant();
        settle();
        String number = jdbc.sql("select number from receipt where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        String material = jdbc.sql("select min(id) from material where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into upload (id, application_id, kind, name, size_bytes, metadata, begun_at, expires_at, done_at)
                        select 'matrix', id, 'EVIDENCE', 'x.pdf', 1, 'kind RVZJREVOQ0U=', created_at, created_at, created_at
                        from application where id = :id""").param("id", project.id()).update();
        String list = String.valueOf(publicities
                .open(
                        round,
                        "dept-44",
                        List.of(project.id()),
                        "dept-44",
                        clock.now(),
                        clock.now().plusSeconds(86_400),
                        null)
                .id());
        keys = Map.ofEntries(
                entry("{list}", list),
                entry("{upload}", "matrix"),
                entry("{account}", "city-440400"),
                entry("{request}", "0"),
                entry("{id}", project.id()),
                entry("{pair}", "GD+NONE"),
                entry("{number}", number),
                entry("{material}", material),
                entry("{round}", round),
                entry("{unit}", "city-440100"),
                entry("{kind}", "EVIDENCE"),
                entry("{mail}", "0"),
                entry("{extension}", "0"),
                entry("{matter}", "0"),
                entry("{change}", "0"),
                entry("{assignment}", "0"),
                entry("{application}", "GD-NONE"),
                entry("{part}", "0"),
                entry("{process}", "application"),
                entry("{version}", "1"),
                entry("{lookup}", "0"),
                entry("{invitation}", "0"),
                entry("{letter}", "opening"),
                entry("{file}", "video-length.dmn"),
                entry("{deployment}", "0"),
                entry("{document}", "index"),
                entry("{format}", "docx"),
                entry(
                        "{task}",
                        taskService
                                .createTaskQuery()
                                .processInstanceId(taskOf(project.id()))
                                .singleResult()
                                .getId()));
        passwords.put("owner", project.applicant().client().username());
        passwords.put("other-applicant", other.client().username());
        return rows().stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(row.address() + " as " + cell.getKey(), () -> {
                            Answer answer = ask(cell.getKey(), row);
                            assertThat(isReached(answer) ? "+" : "-")
                                    .as("status " + answer.status())
                                    .isEqualTo(cell.getValue());
                        })));
    }

    private static boolean isReached(Answer answer) {
        boolean toSignIn = answer.status() == 302 && answer.location().contains("/login");
        return answer.status() != 401 && answer.status() != 403 && answer.status() != 404 && !toSignIn;
    }

    private Answer ask(String who, Row row) {
        String path = row.path(keys);
        if (path.startsWith("/engine-rest")) {
            return new ApplicantClient(base(), user(who), password(who))
                    .call(row.method(), path, BodyPublishers.noBody());
        }
        OfficerClient client = people.computeIfAbsent(
                who,
                one -> one.equals("nobody")
                        ? OfficerClient.nobody(base())
                        : new OfficerClient(base(), user(one), password(one)));
        if (row.method().equals("GET")) {
            return client.raw("GET", path, BodyPublishers.noBody(), row.contentType());
        }
        return client.withToken(
                who.equals("nobody") ? "/login" : "/account/password",
                row.method(),
                path,
                row.body(keys),
                row.contentType());
    }

    private String user(String who) {
        return passwords.getOrDefault(who, who);
    }

    private String password(String who) {
        return passwords.containsKey(who) ? "Testing-123" : "demo";
    }

    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> who =
                Arrays.asList(lines.get(0).split(";")).subList(1, lines.get(0).split(";").length);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";");
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < who.size(); i++) {
                row.put(who.get(i), cells[i + 1]);
            }
            rows.add(new Row(cells[0], row));
        }
        return rows;
    }

    private record Row(String address, Map<String, String> cells) {

        String method() {
            return address.substring(0, address.indexOf(' '));
        }

        String pattern() {
            return address.split(" ", 3)[1];
        }

        String path(Map<String, String> keys) {
            return filled(pattern(), keys);
        }

        /** What is sent, so that the answer is about the person and not about an empty request. */
        String body(Map<String, String> keys) {
            String[] parts = address.split(" ", 3);
            return parts.length < 3 ? "" : filled(parts[2], keys);
        }

        String contentType() {
            return body(Map.of()).startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        }

        private static String filled(String text, Map<String, String> keys) {
            String filled = text;
            for (Map.Entry<String, String> key : keys.entrySet()) {
                filled = filled.replace(key.getKey(), key.getValue());
            }
            return filled;
        }
    }
}
