package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.TusClient;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.files.store.StoreSweep;
import cn.gdpilot.domain.material.upload.UploadSweep;
import cn.gdpilot.rehearsal.OfficerClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** R2.13 large files: they go on where they stopped, arrive as they were sent, and what is wrong with them is said. */
class UploadTest extends Journey {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private FileStore store;

    @Autowired
    private UploadSweep uploads;

    @Autowired
    private StoreSweep orphans;

    @Value("${pilot.store-folder}")
    private Path folder;

    private Applicant applicant;
    private TusClient tus;
    private String id;

    @BeforeEach
    void givenADraft() {
        givenRound();
        applicant = givenApplicant();
        tus = client(applicant);
        id = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
    }

    @Test
    @DisplayName("a file whose line broke twice goes on where it stopped, and is what was sent, byte by byte")
    void goesOn() throws Exception {
        byte[] video = video(3 << 20);
        URI upload = tus.begun(id, "VIDEO", "现场 视频🎬.mp4", video.length);
        assertThat(tus.offset(upload)).isZero();

        try (Socket line = tus.hang(upload, 0, video.length, Arrays.copyOf(video, 1_000_000))) {
            Awaitility.await().atMost(PATIENCE).until(() -> received() == 1_000_000);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> tus.offset(upload) == 1_000_000);
        assertThat(tus.patch(upload, 1_000_000, Arrays.copyOfRange(video, 1_000_000, 2_000_000))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> last = tus.patch(upload, 2_000_000, Arrays.copyOfRange(video, 2_000_000, video.length));

        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        JsonNode material = material("现场 视频🎬.mp4");
        assertThat(material.path("sha256").asText()).isEqualTo(sha256(video));
        assertThat(material.path("videoSeconds").asInt()).isEqualTo(330);
        assertThat(store.content(sha256(video)).getContentAsByteArray()).isEqualTo(video);
        assertThat(part(upload)).as("the file was renamed, not copied").doesNotExist();
    }

    @Test
    @DisplayName(
            "files stand in the order in which their uploads began, whichever comes first; the applicant changes it afterwards")
    void orderOfChoosing() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI one = tus.begun(id, "RESULT", "一.pdf", evidence.length);
        URI two = tus.begun(id, "RESULT", "二.pdf", evidence.length);
        URI three = tus.begun(id, "RESULT", "三.pdf", evidence.length);
        applicant
                .client()
                .attach(id, "RESULT", "后来.pdf", samples.content("audit-report-1.pdf"))
                .ok();

        tus.patch(three, 0, evidence);
        tus.patch(one, 0, evidence);
        tus.patch(two, 0, evidence);

        assertThat(results()).containsExactly("一.pdf", "二.pdf", "三.pdf", "后来.pdf");
    }

    @Test
    @DisplayName("a place that the applicant has given to another file meanwhile stays with that file")
    void placeTakenMeanwhile() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI late = tus.begun(id, "RESULT", "迟到.pdf", evidence.length);
        URI first = tus.begun(id, "RESULT", "先到.pdf", evidence.length);
        tus.patch(first, 0, evidence);
        String page = "/portal/applications/" + id;
        String material = material("先到.pdf").path("id").asText();
        new OfficerClient(base(), applicant.client().username(), "Testing-123")
                .withToken(page, "POST", page + "/materials/order", "place." + material + "=1", FORM);

        tus.patch(late, 0, evidence);

        assertThat(results()).containsExactly("先到.pdf", "迟到.pdf");
    }

    @Test
    @DisplayName(
            "a file that has not come whole is no material: the check says so, and the page submits without it only when told to")
    void unfinishedAtSubmission() {
        byte[] evidence = samples.content("evidence.pdf");
        tus.patch(tus.begun(id, "EVIDENCE", "换新.pdf", evidence.length), 0, Arrays.copyOf(evidence, 100));
        OfficerClient browser = new OfficerClient(base(), applicant.client().username(), "Testing-123");
        String page = "/portal/applications/" + id;

        String told = applicant.client().check(id).ok().body();
        String unasked =
                browser.withToken(page, "POST", page + "/submit", "x=", FORM).body();

        assertThat(told).contains("有 1 个文件尚未传完：换新.pdf", "NOTE");
        assertThat(unasked).contains("还有文件没有传完", "name=\"incomplete\"");
        assertThat(state(id).name()).isEqualTo("DRAFT");
        assertThat(browser.withToken(page, "POST", page + "/submit", "incomplete=true", FORM)
                        .status())
                .isEqualTo(302);
        assertThat(state(id).name()).isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("R2.13 an upload that comes whole when the application has as many files as it can hold is refused")
    void asManyAsFit() {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "再来一份.pdf", evidence.length);
        IntStream.range(0, 500)
                .forEach(n -> jdbc.sql("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, uploaded_at)
                values (:id, 'RESULT', :name, 'pdf', 1, 'none', current_timestamp)""")
                        .param("id", id)
                        .param("name", "x" + n + ".pdf")
                        .update());

        HttpResponse<String> answer = tus.patch(upload, 0, evidence);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("达到上限");
        assertThat(count("name = '再来一份.pdf'")).isZero();
    }

    private List<String> results() {
        List<String> names = new ArrayList<>();
        applicant.client().get(id).ok().json().get("materials").forEach(file -> {
            if (file.path("kind").asText().equals("RESULT")) {
                names.add(file.path("name").asText());
            }
        });
        return names;
    }

    @Test
    @DisplayName("who lost the last answer learns that all has come, and nothing is added twice")
    void lostAnswer() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "照片.pdf", evidence.length);
        tus.patch(upload, 0, evidence);

        assertThat(tus.offset(upload)).isEqualTo(evidence.length);
        assertThat(tus.patch(upload, evidence.length, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(count("name = '照片.pdf'")).isEqualTo(1);
    }

    @Test
    @DisplayName("a file that had come whole when the server died is taken over when its sender asks")
    void wholeButNotTaken() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "停机.pdf", evidence.length);
        Files.write(part(upload), evidence);

        assertThat(tus.offset(upload)).isEqualTo(evidence.length);
        assertThat(material("停机.pdf").path("sha256").asText()).isEqualTo(sha256(evidence));
    }

    @Test
    @DisplayName("clients that know no PATCH send POST with a header")
    void methodOverride() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "旧客户端.pdf", evidence.length);

        HttpResponse<String> answer = tus.send(
                "POST",
                upload,
                BodyPublishers.ofByteArray(evidence),
                "X-HTTP-Method-Override",
                "PATCH",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                "0");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(material("旧客户端.pdf").path("sizeBytes").asInt()).isEqualTo(evidence.length);
    }

    @Test
    @DisplayName("nobody else sees, continues or cancels an upload")
    void notYours() {
        URI upload = tus.begun(id, "EVIDENCE", "x.pdf", 1000);
        TusClient other = client(givenApplicant());

        assertThat(other.ask(upload).statusCode()).isEqualTo(404);
        assertThat(other.patch(upload, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(other.delete(upload).statusCode()).isEqualTo(404);
        assertThat(other.begin(id, "EVIDENCE", "y.pdf", 1000).statusCode()).isEqualTo(404);
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    @DisplayName("what is cancelled is gone, also from the disk")
    void cancelled() throws Exception {
        URI upload = tus.begun(id, "EVIDENCE", "x.pdf", 100_000);
        tus.patch(upload, 0, new byte[1000]);

        assertThat(tus.delete(upload).statusCode()).isEqualTo(204);

        assertThat(tus.ask(upload).statusCode()).isEqualTo(404);
        assertThat(part(upload)).doesNotExist();
    }

    @ParameterizedTest(name = "{0} {1} of {2} bytes")
    @DisplayName("a limit, a kind or a name that does not fit is said before the first byte")
    @CsvSource(
            nullValues = "-",
            value = {
                "VIDEO, five-gigabytes.mp4, 5368709120, 422, 2048 MB",
                "VIDEO, one-too-many.mp4, 2147483649, 422, 2048 MB",
                "EVIDENCE, large.pdf, 104857601, 422, 100 MB",
                "EVIDENCE, empty.pdf, 0, 422, 0 字节",
                "EVIDENCE, negative.pdf, -1, 422, 0 字节",
                "NOVEL, x.pdf, 10, 422, 没有这一类材料",
                "EVIDENCE, ../../etc/passwd.pdf, 10, 400, 文件名",
                "EVIDENCE, '', 10, 400, 文件名",
            })
    void refusedAtOnce(String kind, String name, long size, int status, String words) {
        HttpResponse<String> answer = tus.begin(id, kind, name, size);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("names with control characters or of 300 characters are refused; emoji are not")
    void names() {
        assertThat(tus.begin(id, "EVIDENCE", "a\u0000b.pdf", 10).statusCode()).isEqualTo(400);
        assertThat(tus.begin(id, "EVIDENCE", "a\r\nSet-Cookie: x.pdf", 10).statusCode())
                .isEqualTo(400);
        assertThat(tus.begin(id, "EVIDENCE", "长".repeat(300) + ".pdf", 10).statusCode())
                .isEqualTo(400);
        assertThat(tus.begin(id, "EVIDENCE", "🎬🏭.pdf", 10).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("more bytes than declared are refused, the upload stays as it was")
    void moreThanDeclared() {
        URI upload = tus.begun(id, "EVIDENCE", "x.pdf", 1000);
        tus.patch(upload, 0, new byte[600]);

        assertThat(tus.patch(upload, 600, new byte[500]).statusCode()).isEqualTo(400);
        assertThat(tus.patch(upload, 0, new byte[100]).statusCode())
                .as("not where it stopped")
                .isEqualTo(409);
        assertThat(tus.offset(upload)).isEqualTo(600);
    }

    @Test
    @DisplayName("bytes without their checksum's sum are thrown away")
    void checksum() throws Exception {
        URI upload = tus.begun(id, "EVIDENCE", "x.pdf", 1000);

        HttpResponse<String> wrong =
                tus.patch(upload, 0, BodyPublishers.ofByteArray(new byte[100]), "Upload-Checksum", "sha256 AAAA");

        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    @DisplayName("a program named .mp4 is refused by its first bytes, before gigabytes have come, and leaves nothing")
    void programAsVideo() throws Exception {
        byte[] program = new byte[100_000];
        program[0] = 'M';
        program[1] = 'Z';
        URI upload = tus.begun(id, "VIDEO", "视频.mp4", 1L << 30);

        HttpResponse<String> answer = tus.patch(upload, 0, program);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .contains("可接受的格式");
        assertThat(tus.ask(upload).statusCode()).isEqualTo(404);
        assertThat(part(upload)).doesNotExist();
        assertThat(count("kind = 'VIDEO'")).as("the draft is as it was").isEqualTo(1);
    }

    @Test
    @DisplayName("R2.12 a page named .png, a torn mp4 and one that lies about its size: refused, or a person looks")
    void hostile() throws Exception {
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] torn = Arrays.copyOf(samples.content("video-330s.mp4"), 60);
        byte[] lying = samples.content("video-330s.mp4").clone();
        ByteBuffer.wrap(lying).putInt(0, 0x7fffffff);

        assertThat(sent("EVIDENCE", "图片.png", page).statusCode()).isEqualTo(422);
        assertThat(sent("VIDEO", "torn.mp4", torn).statusCode()).isEqualTo(204);
        assertThat(sent("VIDEO", "lying.mp4", lying).statusCode()).isEqualTo(204);

        assertThat(material("torn.mp4").path("videoSeconds").isNull()).isTrue();
        assertThat(material("lying.mp4").path("videoSeconds").isNull()).isTrue();
        assertThat(applicant.client().check(id).body()).contains("R2.12").contains("REFER");
    }

    @Test
    @DisplayName("R2.12 mkv, webm and a fragmented mp4 do not say how long they are: taken, and a person looks")
    void lengthUnknown() {
        Map<String, String> heads = Map.of(
                "现场.mkv", "1A45DFA38B4282886D6174726F736B61",
                "现场.webm", "1A45DFA3874282847765626D",
                "分段.mp4",
                        "0000001C6674797069736F360000000069736F366D70343164617368" + "000000806D6F6F760000006C6D766864"
                                + "000000000000000000000000000003E800000000");

        heads.forEach((name, head) -> {
            byte[] video = Arrays.copyOf(HexFormat.of().parseHex(head), 4096);
            assertThat(sent("VIDEO", name, video).statusCode()).as(name).isEqualTo(204);
            assertThat(material(name).path("format").asText()).isEqualTo(name.substring(name.indexOf('.') + 1));
            assertThat(material(name).path("videoSeconds").isNull()).isTrue();
        });
        jdbc.sql("update material set removed_at = uploaded_at where application_id = :id and name = 'video-330s.mp4'")
                .param("id", id)
                .update();

        JsonNode check = applicant.client().check(id).ok().json();
        assertThat(check.path("submittable").asBoolean()).isTrue();
        assertThat(check.toString()).contains("R2.12").contains("REFER").contains("时长");
    }

    @Test
    @DisplayName("R2.13 a PUT of five gigabytes is refused by the length that it tells, before a byte is written")
    void fiveGigabytes() throws Exception {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.getOutputStream()
                    .write(("PUT /api/applications/" + id
                                    + "/materials/VIDEO?name=x.mp4 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((applicant.client().username() + ":Testing-123").getBytes())
                                    + "\r\nContent-Length: 5368709120\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 422");
        }
        try (var arriving = Files.list(Files.createDirectories(folder.resolve("incoming")))) {
            assertThat(arriving.filter(file -> !file.toString().endsWith(".part")))
                    .isEmpty();
        }
        assertThat(count("name = 'x.mp4'")).isZero();
    }

    @Test
    @DisplayName(
            "R2.13 a resumable upload takes the place of another file of its kind, if it is there when it begins; one that has gone meanwhile costs nothing")
    void replaces() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        String old = material("evidence.pdf").path("id").asText();
        URI upload = replacing(old, "EVIDENCE", evidence.length);
        assertThat(replacing(old, "RESULT", 10)).isNull();
        assertThat(replacing("x", "EVIDENCE", 10)).isNull();
        assertThat(replacing("999999", "EVIDENCE", 10)).isNull();

        assertThat(tus.patch(upload, 0, evidence).statusCode()).isEqualTo(204);

        assertThat(count("name = 'evidence.pdf' and removed_at is null")).isZero();
        assertThat(count("name = '更正.pdf' and removed_at is null")).isEqualTo(1);
        URI again = replacing(material("更正.pdf").path("id").asText(), "EVIDENCE", evidence.length);
        jdbc.sql("update material set removed_at = uploaded_at where application_id = :id and name = '更正.pdf'")
                .param("id", id)
                .update();
        assertThat(tus.patch(again, 0, evidence).statusCode()).isEqualTo(204);
        assertThat(count("name = '更正.pdf' and removed_at is null")).isEqualTo(1);
    }

    /** Begins one that replaces that file; null if it is refused. */
    private URI replacing(String file, String kind, int size) {
        String told = "kind %s,filename %s,replaces %s".formatted(base64(kind), base64("更正.pdf"), base64(file));
        HttpResponse<String> answer = tus.send(
                "POST",
                base().resolve("/api/applications/" + id + "/uploads"),
                BodyPublishers.noBody(),
                "Upload-Length",
                String.valueOf(size),
                "Upload-Metadata",
                told);
        return answer.headers().firstValue("Location").map(base()::resolve).orElse(null);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("R4.1 an upload that ends after the submission changes nothing")
    void afterSubmission() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "迟到.pdf", evidence.length);
        tus.patch(upload, 0, Arrays.copyOf(evidence, 100));
        applicant.client().submit(id, "key").ok();

        HttpResponse<String> late = tus.patch(upload, 100, Arrays.copyOfRange(evidence, 100, evidence.length));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("不能再增减材料");
        assertThat(tus.begin(id, "EVIDENCE", "再来.pdf", 10).statusCode()).isEqualTo(409);
        assertThat(count("name = '迟到.pdf'")).isZero();
    }

    @Test
    @DisplayName("R4.1 an upload that began before the deadline does not stretch it")
    void doesNotStretchTheDeadline() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "压线.pdf", evidence.length);
        tus.patch(upload, 0, Arrays.copyOf(evidence, 100));
        clockShows("12-08T17:30:01");

        tus.patch(upload, 100, Arrays.copyOfRange(evidence, 100, evidence.length));

        assertThat(applicant.client().submit(id, "late").status()).isEqualTo(422);
        assertThat(state(id).name()).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName(
            "two uploads of one name at once: both arrive, one is the material, the other stays as its earlier version")
    void twoToOneSlot() throws Exception {
        byte[] first = samples.content("evidence.pdf");
        byte[] second = samples.content("audit-report-1.pdf");
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<Integer> one = () -> sent("RESULT", "证书.pdf", first).statusCode();
        Callable<Integer> other = () -> sent("RESULT", "证书.pdf", second).statusCode();

        for (var answer : both.invokeAll(List.of(one, other))) {
            assertThat(answer.get()).isEqualTo(204);
        }
        both.shutdown();

        assertThat(count("name = '证书.pdf' and removed_at is null")).isEqualTo(1);
        assertThat(count("name = '证书.pdf'")).isEqualTo(2);
    }

    @Test
    @DisplayName("two tabs that send one file: the second waits until the line of the first is free")
    void twoTabs() throws Exception {
        byte[] evidence = samples.content("evidence.pdf");
        URI upload = tus.begun(id, "EVIDENCE", "两页.pdf", evidence.length);

        try (Socket line = tus.hang(upload, 0, evidence.length, Arrays.copyOf(evidence, 100))) {
            Awaitility.await().atMost(PATIENCE).until(() -> received() == 100);
            assertThat(tus.patch(upload, 100, Arrays.copyOfRange(evidence, 100, evidence.length))
                            .statusCode())
                    .isEqualTo(423);
        }

        Awaitility.await().atMost(PATIENCE).until(() -> tus.offset(upload) == 100);
        assertThat(tus.patch(upload, 100, Arrays.copyOfRange(evidence, 100, evidence.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(material("两页.pdf").path("sha256").asText()).isEqualTo(sha256(evidence));
    }

    @Test
    @DisplayName("at most ten uploads of one application are under way")
    void many() {
        for (int i = 0; i < 10; i++) {
            tus.begun(id, "EVIDENCE", i + ".pdf", 10);
        }

        assertThat(tus.begin(id, "EVIDENCE", "11.pdf", 10).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("an upload for which nothing comes for a week is given up; one that goes on is not")
    void expires() throws Exception {
        URI forgotten = tus.begun(id, "EVIDENCE", "忘了.pdf", 1000);
        URI slow = tus.begun(id, "EVIDENCE", "慢慢来.pdf", 1000);
        tus.patch(forgotten, 0, new byte[10]);
        clockShows("12-05T09:00:00");
        tus.patch(slow, 0, new byte[10]);
        clockShows("12-06T10:00:00");

        uploads.run();

        assertThat(tus.ask(forgotten).statusCode()).isEqualTo(404);
        assertThat(tus.offset(slow)).isEqualTo(10);
        assertThat(part(forgotten)).doesNotExist();
        assertThat(part(slow)).exists();
    }

    @Test
    @DisplayName("a file in the store that no record names is swept after a day, one that a record names never")
    void orphans() throws Exception {
        byte[] orphan = ("孤儿" + id).getBytes(StandardCharsets.UTF_8);
        try (var arrived = store.receive(new ByteArrayInputStream(orphan), 100)) {
            store.keep(arrived);
        }
        byte[] paper = ("汇总表" + id).getBytes(StandardCharsets.UTF_8);
        store.keep(new ByteArrayInputStream(paper), 100);

        orphans.run();
        assertThat(store.size(sha256(orphan))).as("it may be about to be named").isPresent();
        clockShows("11-30T10:00:00");
        orphans.run();

        assertThat(store.size(sha256(orphan))).isEmpty();
        assertThat(store.size(sha256(paper))).isPresent();
        assertThat(store.size(sha256(attached.content("evidence.pdf"))))
                .as("a material")
                .isPresent();
    }

    @Test
    @DisplayName("the same content again is kept for whoever brings it last")
    void broughtAgain() throws Exception {
        byte[] content = ("又来了" + id).getBytes(StandardCharsets.UTF_8);
        try (var arrived = store.receive(new ByteArrayInputStream(content), 100)) {
            store.keep(arrived);
        }
        clockShows("11-30T10:00:00");
        store.keep(new ByteArrayInputStream(content), 100);

        orphans.run();

        assertThat(store.size(sha256(content))).isPresent();
    }

    @Test
    @DisplayName("what a crash left half written is cleared away, what is just arriving is not")
    void halfWritten() throws Exception {
        Files.createDirectories(folder.resolve("incoming"));
        Path old = Files.write(folder.resolve("incoming/left-by-a-crash"), new byte[10]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path fresh = Files.write(folder.resolve("incoming/just-arriving"), new byte[10]);

        uploads.run();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    @DisplayName(
            "R2.12 a reviewer's player asks for a range and gets it; another validator gets the whole; nothing runs in our origin")
    void ranges() throws Exception {
        byte[] video = samples.content("video-330s.mp4");
        applicant.client().submit(id, "key").ok();
        settle();
        long key = jdbc.sql("select id from material where application_id = :id and kind = 'VIDEO'")
                .param("id", id)
                .query(Long.class)
                .single();
        URI address = base().resolve("/dossier/" + id + "/materials/" + key);

        HttpResponse<String> part = read("city-440400", address, "Range", "bytes=10-19");
        HttpResponse<String> tail = read("city-440400", address, "Range", "bytes=-5");
        HttpResponse<String> whole = read("city-440400", address);
        HttpResponse<String> changed = read("city-440400", address, "Range", "bytes=10-19", "If-Range", "\"another\"");
        String etag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + video.length);
        assertThat(part.body()).isEqualTo(latin1(Arrays.copyOfRange(video, 10, 20)));
        assertThat(tail.body()).isEqualTo(latin1(Arrays.copyOfRange(video, video.length - 5, video.length)));
        assertThat(whole.body()).isEqualTo(latin1(video));
        assertThat(etag).isEqualTo("\"" + sha256(video) + "\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).hasSize(video.length);
        assertThat(read("city-440400", address, "Range", "bytes=10-19", "If-Range", etag)
                        .statusCode())
                .isEqualTo(206);
        assertThat(read("city-440400", address, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(read("city-440400", address, "Range", "bytes=" + video.length + "-")
                        .statusCode())
                .isEqualTo(416);
        assertThat(read("city-440100", address, "Range", "bytes=0-1").statusCode())
                .isEqualTo(404);
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(whole.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    private HttpResponse<String> read(String who, URI address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private HttpResponse<String> sent(String kind, String name, byte[] content) {
        return tus.patch(tus.begun(id, kind, name, content.length), 0, content);
    }

    private TusClient client(Applicant who) {
        return new TusClient(base(), who.client().username(), "Testing-123");
    }

    private JsonNode material(String name) {
        for (JsonNode material : applicant.client().get(id).ok().json().path("materials")) {
            if (material.path("name").asText().equals(name)) {
                return material;
            }
        }
        throw new AssertionError("no " + name);
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from material where application_id = :id and " + condition)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private List<JsonNode> open() {
        List<JsonNode> open = new ArrayList<>();
        applicant
                .client()
                .call("GET", "/api/applications/" + id + "/uploads", BodyPublishers.noBody())
                .ok()
                .json()
                .forEach(open::add);
        return open;
    }

    private long received() {
        return open().get(0).path("receivedBytes").asLong();
    }

    private Path part(URI upload) {
        return folder.resolve("incoming").resolve(Path.of(upload.getPath()).getFileName() + ".part");
    }

    /** The sample video, made longer in bytes by a box that nobody reads. */
    private byte[] video(int bytes) throws IOException {
        byte[] filling = new byte[bytes];
        new Random(1).nextBytes(filling);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(samples.content("video-330s.mp4"));
        out.write(ByteBuffer.allocate(8)
                .putInt(bytes + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array());
        out.write(filling);
        return out.toByteArray();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
