package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** R2.12 R2.13 a large file from the page: progress, pause, a lost connection, another window. */
@TestInstance(Lifecycle.PER_CLASS)
class UploadInTheBrowserTest extends BrowserJourney {

    /** More than one part of an upload. */
    private static final int BYTES = 20 << 20;

    private static final int SLOW = 2 << 20;
    private static final int NO_LIMIT = -1;

    @TempDir
    Path folder;

    private Applicant applicant;
    private String id;
    private Path video;
    private final byte[] filling = new byte[BYTES];

    /** One round for all tests; each has an applicant and a draft of its own. */
    @BeforeAll
    void inOneRound() {
        givenRound();
        new Random(7).nextBytes(filling);
    }

    @BeforeEach
    void givenADraftAndALargeVideo() throws IOException {
        applicant = givenApplicant();
        id = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
        video = folder.resolve("现场视频.mp4");
        try (OutputStream out = Files.newOutputStream(video)) {
            out.write(samples.content("video-330s.mp4"));
            out.write(ByteBuffer.allocate(8)
                    .putInt(BYTES + 8)
                    .put("free".getBytes(StandardCharsets.US_ASCII))
                    .array());
            out.write(filling);
        }
        window.signIn(applicant.client().username(), "Testing-123");
        window.open("/portal/applications/" + id);
    }

    @Test
    @DisplayName("paused and resumed, then cut off from the network and back: the file arrives as it was")
    void pausedAndCutOff() throws Exception {
        line(SLOW, false);
        whenChosen();
        window.until(() -> received() > 0);
        window.press("暂停 现场视频.mp4");
        window.see("已暂停");
        window.picture("paused");
        long before = received();

        window.press("继续 现场视频.mp4");
        window.until(() -> received() > before);
        line(SLOW, true);
        window.see("正在自动重试");
        window.picture("cut-off");
        line(NO_LIMIT, false);

        thenArrived();
        window.picture("arrived");
        assertThat(sha256Of("现场视频.mp4")).isEqualTo(sha256(video));
    }

    @Test
    @DisplayName("a token of a former sign-in → the page gets the new one, the file arrives")
    void formerToken() throws Exception {
        ((JavascriptExecutor) window.driver())
                .executeScript("document.querySelector('#upload input[name=_csrf]').value = 'former'");

        whenChosen();

        thenArrived();
        assertThat(sha256Of("现场视频.mp4")).isEqualTo(sha256(video));
    }

    @Test
    @DisplayName("who submits while a file is on its way is asked; whoever says no stays, and the file arrives")
    void submittedTooEarly() {
        line(SLOW, false);
        whenChosen();
        window.until(() -> received() > 0);

        window.press("提交申请");
        // Asked once the server has answered that it can be reached.
        Alert question =
                new WebDriverWait(window.driver(), Duration.ofSeconds(60)).until(ExpectedConditions.alertIsPresent());
        assertThat(question.getText()).contains("还有 1 个文件没有传完");
        question.dismiss();

        assertThat(application(id).state()).isEqualTo(ApplicationState.DRAFT);
        line(NO_LIMIT, false);
        thenArrived();
    }

    @Test
    @DisplayName("a window that was closed: the page tells what is missing, the same file goes on from there")
    void closedWindow() throws Exception {
        line(SLOW, false);
        whenChosen();
        window.until(() -> received() > 0);
        window.open("/portal");
        line(NO_LIMIT, false);
        window.open("/portal/applications/" + id);
        window.see("上次没有传完");
        window.picture("unfinished");
        long before = received();

        whenChosen();

        thenArrived();
        assertThat(before).isPositive();
        assertThat(jdbc.sql("select count(*) from upload where application_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .as("the upload went on, none was begun anew")
                .isEqualTo(1);
        assertThat(sha256Of("现场视频.mp4")).isEqualTo(sha256(video));
    }

    @Test
    @DisplayName("several files chosen at once stand as they were chosen, though the first comes last")
    void severalAtOnce() throws IOException {
        line(SLOW, false);
        Path large = Files.write(folder.resolve("甲.pdf"), pdf(600_000));
        Path small = Files.write(folder.resolve("乙.pdf"), pdf(0));
        Path middle = Files.write(folder.resolve("丙.pdf"), pdf(200_000));
        window.select("材料类别", "相关成果");
        window.field("文件").sendKeys(large + "\n" + small + "\n" + middle);
        window.press("上传");

        window.until(() -> window.has(By.xpath("//td[contains(., '甲.pdf')]")));
        window.until(() -> window.has(By.xpath("//td[contains(., '丙.pdf')]")));
        assertThat(jdbc.sql("select name from material where application_id = :id and kind = 'RESULT' order by place")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("甲.pdf", "乙.pdf", "丙.pdf");
    }

    /** A document with so many more bytes behind its end. */
    private byte[] pdf(int more) {
        byte[] document = samples.content("evidence.pdf");
        byte[] all = Arrays.copyOf(document, document.length + more);
        Arrays.fill(all, document.length, all.length, (byte) '\n');
        return all;
    }

    @Test
    @DisplayName("a file that is refused says why, beside its name, and the rest of the page stays")
    void refused() throws IOException {
        Path program = Files.write(folder.resolve("程序.pdf"), "MZ\u0090 program".getBytes(StandardCharsets.ISO_8859_1));
        window.select("材料类别", "佐证材料");
        window.field("文件").sendKeys(program.toString());
        window.press("上传");

        window.see("未能上传：文件内容不是可接受的格式");
        window.picture("refused");
    }

    /** The browser is the next test's as well. */
    @AfterEach
    void theLineIsFree() {
        line(NO_LIMIT, false);
    }

    /** Said beside the file, and shown in the list above without loading the page anew. */
    private void thenArrived() {
        window.until(() -> window.element(By.id("uploads")).getText().contains("已上传"));
        window.until(() -> window.has(By.xpath("//td[contains(., '现场视频.mp4')]")));
    }

    private void whenChosen() {
        window.select("材料类别", "视频（5至10分钟）");
        window.field("文件").sendKeys(video.toString());
        window.press("上传");
    }

    /** How fast the browser's line is, or that it is cut. */
    private void line(int bytesASecond, boolean cut) {
        HasCdp browser = (HasCdp) window.driver();
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", bytesASecond));
    }

    private long received() {
        var open = applicant
                .client()
                .call("GET", "/api/applications/" + id + "/uploads", BodyPublishers.noBody())
                .ok()
                .json();
        return open.isEmpty() ? 0 : open.get(0).path("receivedBytes").asLong();
    }

    private String sha256Of(String name) {
        Answer answer = applicant.client().get(id).ok();
        for (var material : answer.json().path("materials")) {
            if (material.path("name").asText().equals(name)) {
                return material.path("sha256").asText();
            }
        }
        throw new AssertionError("no " + name);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
