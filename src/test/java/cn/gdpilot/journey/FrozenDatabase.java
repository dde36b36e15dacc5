package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gdpilot.MortalPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.running.OwnSettings;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Year;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** PostgreSQL stands still with all its connections open: everybody is answered soon, and afterwards all goes on by itself. */
@Tag("faults")
@OwnSettings
@TestPropertySource(properties = {"camunda.bpm.job-execution.enabled=true", "pilot.mail.pause=500ms"})
@ExtendWith(OutputCaptureExtension.class)
public abstract class FrozenDatabase extends Journey {

    private static final Duration PERSON_WAITS = Duration.ofSeconds(5);
    private static final Duration PROBE_WAITS = Duration.ofSeconds(2);
    private static final Pattern NUMBER = Pattern.compile("编号 ([0-9a-f]{8})");

    private static MortalPostgres database;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    private int pool;

    @Value("${pilot.store-folder}")
    private Path folder;

    @Value("${spring.datasource.url}")
    private String url;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        database = new MortalPostgres();
        database.use(properties);
    }

    /** The first calls of a new application load classes. */
    @BeforeEach
    void warm() {
        asked().forEach(request -> assertThat(send(request).status()).isLessThan(500));
        officer("dept-44").tasks("UserTask_ReviewProject");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send(get("/actuator/health/readiness")).status() == 200);
    }

    @AfterEach
    void thaw() throws Exception {
        database.thaw();
        threads.shutdownNow();
    }

    @Test
    @DisplayName(
            "database frozen → all answered in 5 s with 503, health in 2 s; thawed → pages, jobs and letters go on")
    void frozen(CapturedOutput log) throws Exception {
        database.freeze();

        List<CompletableFuture<Answer>> many = IntStream.range(0, pool)
                .boxed()
                .flatMap(i -> asked().stream())
                .map(request -> CompletableFuture.supplyAsync(() -> send(request), threads))
                .toList();
        thenProbesTell();
        many.forEach(one -> thenRefusedForNow(one.join(), log));
        await("it is known").atMost(PERSON_WAITS).until(() -> log.getOut().contains("requests get 503 until it does"));
        asked().forEach(request -> {
            Answer atOnce = send(request);
            thenRefusedForNow(atOnce, log);
            assertThat(atOnce.took()).isLessThan(Duration.ofSeconds(1));
        });
        assertThat(officer("dept-44")
                        .send("GET", "/camunda/api/engine/engine/default/task", null)
                        .status())
                .isEqualTo(503);
        thenProbesTell();

        database.thaw();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(send(get("/actuator/health/readiness")).status()).isEqualTo(200);
            asked().forEach(request -> assertThat(send(request).status()).isLessThan(500));
        });
        thenJobsAndLettersGoOn();
    }

    @Test
    @DisplayName("a request waits for a lock longer than its limit → 503 in 5 s; health is up, longer work is not cut")
    void locked(CapturedOutput log) throws Exception {
        try (Connection other = DriverManager.getConnection(url, "postgres", "")) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table applicant_account in access exclusive mode");
            CompletableFuture<Integer> work = CompletableFuture.supplyAsync(
                    () -> jdbc.sql("select count(*) from applicant_account")
                            .query(Integer.class)
                            .single(),
                    threads);

            List<CompletableFuture<Answer>> many = Stream.of("/portal", "/api/applications/none")
                    .map(path -> CompletableFuture.supplyAsync(() -> send(get(path)), threads))
                    .toList();
            assertThat(send(get("/actuator/health")).status()).isEqualTo(200);
            many.forEach(one -> thenRefusedForNow(one.join(), log));

            assertThat(work).isNotDone();
            other.rollback();
            assertThat(work.join()).isPositive();
        }
    }

    @Test
    @DisplayName("database frozen and thawed in the middle of an upload → the upload is taken")
    void upload(CapturedOutput log) throws Exception {
        whenRoundStarts();
        Applicant applicant = givenApplicant();
        String id = applicant
                .client()
                .begin(Map.of("unit", "city-440100", "projectName", "慢速上传"))
                .ok()
                .json()
                .get("id")
                .asText();
        byte[] file = Files.readAllBytes(Path.of("src/samples/materials/evidence.pdf"));
        int third = file.length / 3;
        PipedOutputStream line = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(line, 10);
        HttpRequest upload = HttpRequest.newBuilder(
                        base().resolve("/api/applications/" + id + "/materials/EVIDENCE?name=a.pdf"))
                .header("Authorization", basic(applicant.client().username(), "Testing-123"))
                .PUT(BodyPublishers.ofInputStream(() -> body))
                .build();

        Set<Path> before = incoming();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> send(upload), threads);
        line.write(file, 0, third);
        await("its bytes arrive").atMost(Duration.ofSeconds(20)).until(() -> !before.containsAll(incoming()));
        database.freeze();
        await("it is known").atMost(PERSON_WAITS).until(() -> log.getOut().contains("requests get 503 until it does"));
        line.write(file, third, third);
        assertThat(answer).isNotDone();
        database.thaw();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> send(get("/actuator/health/readiness")).status() == 200);
        line.write(file, 2 * third, file.length - 2 * third);
        line.close();

        assertThat(answer.join().status()).as(answer.join().body()).isLessThan(300);
    }

    private Set<Path> incoming() throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(FileStore.incoming(folder)))) {
            return files.collect(Collectors.toSet());
        }
    }

    private void thenProbesTell() {
        for (String probe : List.of("/actuator/health", "/actuator/health/readiness")) {
            Answer answer = send(get(probe));
            assertThat(answer.status()).as(probe).isEqualTo(503);
            assertThat(answer.took()).as(probe).isLessThan(PROBE_WAITS);
        }
        Answer alive = send(get("/actuator/health/liveness"));
        assertThat(alive.status()).isEqualTo(200);
        assertThat(alive.took()).isLessThan(PROBE_WAITS);
    }

    private static void thenRefusedForNow(Answer answer, CapturedOutput log) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.retryAfter()).isEqualTo("5");
        assertThat(answer.took()).isLessThan(PERSON_WAITS);
        Matcher number = NUMBER.matcher(answer.body());
        assertThat(number.find()).as(answer.body()).isTrue();
        assertThat(log.getOut()).contains("Failure " + number.group(1));
    }

    private void thenJobsAndLettersGoOn() {
        whenRoundStarts();
        await("a job of the engine")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("act_ru_task where task_def_key_ = 'UserTask_RankProjects'") > 0);
        await("a letter").atMost(Duration.ofSeconds(60)).until(() -> count("outbox where state = 'SENT'") > 0);
    }

    private void whenRoundStarts() {
        int year = Year.now(PilotClock.GUANGDONG).getValue() + 1;
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title",
                                "冻结之后",
                                "noticeNumber",
                                "测试文号",
                                "cityDeadline",
                                year + "-12-08T17:30",
                                "ministryDeadline",
                                year + "-12-20T24:00"))
                .ok();
        await("the round is open")
                .atMost(Duration.ofSeconds(60))
                .until(() -> rounds.current().isPresent());
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private List<HttpRequest> asked() {
        return List.of(get("/portal"), get("/api/applications/none"), get("/desk/experts"), get("/publicity"));
    }

    private HttpRequest get(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base().resolve(path)).timeout(Duration.ofMinutes(1));
        if (!path.startsWith("/actuator") && !path.equals("/publicity")) {
            request.header("Authorization", basic(path.startsWith("/desk") ? "dept-44" : "applicant-1", PASSWORD));
        }
        return request.build();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(HttpRequest request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (Exception e) {
            throw new AssertionError(request.uri().getPath(), e);
        }
    }

    private record Answer(int status, String body, String retryAfter, Duration took) {}
}
