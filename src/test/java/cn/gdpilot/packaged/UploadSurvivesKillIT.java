package cn.gdpilot.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.TusClient;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.rehearsal.ApplicantClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R2.13 a server that is killed in the middle of an upload: what came is there, the rest follows, nothing is lost. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class UploadSurvivesKillIT {

    private static final int BYTES = 64 << 20;
    private static final int CAME = 20_000_000;
    private static final String CODE = "91440101MA0000000" + CreditCode.checkCharacter("91440101MA0000000");
    private static final String PASSWORD = "Testing-123";

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "kill -9 in the middle of an upload: after the start it goes on where it stopped and the hash is right; the draft is as it was")
    void killed() throws Exception {
        byte[] video = video();
        String id;
        URI upload;
        try (RunningJar server = RunningJar.start(folder, "-Xmx256m")) {
            ApplicantClient applicant = new ApplicantClient(server.address(), CODE, PASSWORD);
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
            id = applicant
                    .begin(Map.of("unit", "city-440100", "projectName", "断电续传"))
                    .ok()
                    .json()
                    .path("id")
                    .asText();
            applicant.edit(id, Map.of("summary", "断电前写的")).ok();
            TusClient tus = new TusClient(server.address(), CODE, PASSWORD);
            upload = tus.begun(id, "VIDEO", "现场.mp4", video.length);
            try (Socket line = tus.hang(upload, 0, video.length, Arrays.copyOf(video, CAME))) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.size(part()) == CAME);
                server.kill();
            }
        }

        try (RunningJar server = RunningJar.start(folder, "-Xmx256m")) {
            TusClient tus = new TusClient(server.address(), CODE, PASSWORD);
            URI again = server.address().resolve(upload.getPath());
            assertThat(tus.offset(again)).isEqualTo(CAME);
            HttpResponse<String> last = tus.patch(again, CAME, Arrays.copyOfRange(video, CAME, video.length));
            assertThat(last.statusCode()).as(last.body()).isEqualTo(204);

            JsonNode application = new ApplicantClient(server.address(), CODE, PASSWORD)
                    .get(id)
                    .ok()
                    .json();
            assertThat(application.path("summary").asText()).isEqualTo("断电前写的");
            JsonNode material = application.path("materials").get(0);
            assertThat(material.path("sha256").asText()).isEqualTo(sha256(video));
            assertThat(material.path("videoSeconds").asInt()).isEqualTo(330);
            Path stored = folder.resolve("data/store")
                    .resolve(sha256(video).substring(0, 2))
                    .resolve(sha256(video));
            assertThat(sha256(Files.readAllBytes(stored))).isEqualTo(sha256(video));
        }
    }

    private Path part() throws Exception {
        try (var files = Files.list(folder.resolve("data/store/incoming"))) {
            return files.findFirst().orElse(folder);
        }
    }

    private static byte[] video() throws Exception {
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
