package cn.gdpilot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.packaged.RunningJar;
import cn.gdpilot.rehearsal.ApplicantClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar, started from an empty folder as an operator would: {@code java -jar gdpilot.jar}. It is killed in the
 * middle of an upload and started again. Each of its starts is a cold one, so there are two for all tests.
 */
@Tag("application")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PackagedJarTest {

    private static final int BYTES = 12 << 20;
    private static final int CAME = 4_000_000;
    private static final String CODE = "91440101MA0000000" + CreditCode.checkCharacter("91440101MA0000000");
    private static final String PASSWORD = "Testing-123";

    @TempDir
    static Path folder;

    private static final Start FIRST = new Start();
    private static final Start SECOND = new Start();
    private static byte[] video;
    private static long kept;
    private static HttpResponse<String> rest;
    private static JsonNode application;
    private static boolean ended;

    /** What a start led to. */
    private static final class Start {

        private final Map<String, String> pages = new TreeMap<>();
        private final Map<String, Integer> rows = new TreeMap<>();
        private final Map<String, String> models = new TreeMap<>();
        private List<String> printed;
    }

    @BeforeAll
    static void killedAndStartedAgain() throws Exception {
        video = video();
        String id;
        URI upload;
        try (RunningJar server = RunningJar.start(folder, "-Xmx256m")) {
            look(server, FIRST);
            ApplicantClient applicant = new ApplicantClient(server.address(), CODE, PASSWORD);
            id = draft(applicant);
            TusClient tus = new TusClient(server.address(), CODE, PASSWORD);
            upload = tus.begun(id, "VIDEO", "现场.mp4", video.length);
            try (Socket line = tus.hang(upload, 0, video.length, Arrays.copyOf(video, CAME))) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.size(part()) == CAME);
                server.kill();
            }
            FIRST.printed = server.printed();
        }
        count(FIRST);

        try (RunningJar server = RunningJar.start(folder, "-Xmx256m")) {
            look(server, SECOND);
            TusClient tus = new TusClient(server.address(), CODE, PASSWORD);
            URI again = server.address().resolve(upload.getPath());
            kept = tus.offset(again);
            rest = tus.patch(again, CAME, Arrays.copyOfRange(video, CAME, video.length));
            application = new ApplicantClient(server.address(), CODE, PASSWORD)
                    .get(id)
                    .ok()
                    .json();
            ended = server.end();
            SECOND.printed = server.printed();
        }
        count(SECOND);
    }

    @Test
    @DisplayName("a first start from an empty folder brings the models and forms that designers edit, and a round")
    void brings() throws IOException {
        assertThat(FIRST.models).isEqualTo(models());
        assertThat(FIRST.rows).containsEntry("campaign_round", 1);
    }

    @Test
    @DisplayName("a first start prints who can sign in")
    void signIns() {
        assertThat(FIRST.printed)
                .anyMatch(line -> line.contains("Demo sign-ins"))
                .anyMatch(line -> line.contains("city-440100"))
                .anyMatch(line -> line.contains("camunda-admin"));
    }

    @Test
    @DisplayName("each start shows its pages, says that it is healthy, and logs no error")
    void pages() {
        assertThat(List.of(FIRST, SECOND)).allSatisfy(start -> {
            assertThat(start.pages.get("/login")).startsWith("200").contains("登录");
            assertThat(start.pages.get("/receipts")).startsWith("200");
            assertThat(start.pages.get("/actuator/health")).startsWith("200").contains("UP");
            assertThat(start.printed).noneMatch(line -> line.contains(" ERROR "));
        });
    }

    @Test
    @DisplayName("a second start finds models and round, and adds nothing")
    void addsNothing() throws IOException {
        assertThat(SECOND.rows).isEqualTo(FIRST.rows);
        assertThat(SECOND.rows)
                .containsEntry("act_re_deployment", 1)
                .containsEntry("act_re_procdef", (int) named(".bpmn"))
                .containsEntry("act_re_decision_def", (int) named(".dmn"));
    }

    @Test
    @DisplayName("R2.13 kill -9 in the middle of an upload: it goes on where it stopped, and its hash is right")
    void upload() throws Exception {
        assertThat(kept).isEqualTo(CAME);
        assertThat(rest.statusCode()).as(rest.body()).isEqualTo(204);
        JsonNode material = application.path("materials").get(0);
        assertThat(material.path("sha256").asText()).isEqualTo(sha256(video));
        assertThat(material.path("videoSeconds").asInt()).isEqualTo(330);
        Path stored = folder.resolve("data/store")
                .resolve(sha256(video).substring(0, 2))
                .resolve(sha256(video));
        assertThat(sha256(Files.readAllBytes(stored))).isEqualTo(sha256(video));
    }

    @Test
    @DisplayName("kill -9: the draft is as it was")
    void draftKept() {
        assertThat(application.path("summary").asText()).isEqualTo("断电前写的");
    }

    @Test
    @DisplayName("asked to end, it ends")
    void ends() {
        assertThat(ended).isTrue();
    }

    private static void look(RunningJar server, Start start) throws IOException, InterruptedException {
        for (String page : List.of("/login", "/receipts", "/actuator/health")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve(page))
                                    .timeout(Duration.ofMinutes(1))
                                    .build(),
                            BodyHandlers.ofString());
            start.pages.put(page, answer.statusCode() + " " + answer.body());
        }
    }

    private static String draft(ApplicantClient applicant) throws Exception {
        applicant
                .register(Map.of(
                        "creditCode", CODE,
                        "name", "断电测试单位",
                        "applicantType", "INDUSTRIAL",
                        "city", "广州市",
                        "contactName", "联系人",
                        "contactPhone", "020-12345678",
                        "contactEmail", "company@example.org",
                        "password", PASSWORD))
                .ok();
        String id = applicant
                .begin(Map.of("unit", "city-440100", "projectName", "断电续传"))
                .ok()
                .json()
                .path("id")
                .asText();
        applicant.edit(id, Map.of("summary", "断电前写的")).ok();
        return id;
    }

    private static Path part() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/store/incoming"))) {
            return files.findFirst().orElse(folder);
        }
    }

    /** Name and content of each model and form that the engine has, and how many rows. */
    private static void count(Start start) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data").resolve("pilot"), "sa", "")) {
            try (ResultSet rows = database.createStatement()
                    .executeQuery(
                            "select name_, bytes_ from act_ge_bytearray where deployment_id_ is not null and generated_ = false")) {
                while (rows.next()) {
                    start.models.put(rows.getString(1), new String(rows.getBytes(2), StandardCharsets.UTF_8));
                }
            }
            for (String table :
                    List.of("campaign_round", "act_re_deployment", "act_re_procdef", "act_re_decision_def")) {
                try (ResultSet rows = database.createStatement().executeQuery("select count(*) from " + table)) {
                    rows.next();
                    start.rows.put(table, rows.getInt(1));
                }
            }
        }
    }

    private static long named(String ending) throws IOException {
        return models().keySet().stream().filter(name -> name.endsWith(ending)).count();
    }

    /** What designers edit. */
    private static Map<String, String> models() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String each : List.of("processes", "forms")) {
            try (Stream<Path> inside = Files.list(Path.of(each))) {
                for (Path file : inside.filter(one -> one.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static byte[] video() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("src/samples/materials/video-330s.mp4"));
        byte[] filling = new byte[BYTES];
        new Random(3).nextBytes(filling);
        return ByteBuffer.allocate(sample.length + 8 + BYTES)
                .put(sample)
                .putInt(BYTES + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .put(filling)
                .array();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
