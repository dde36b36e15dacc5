package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/** R4.2 R4.4 the disc: unpacked, read by name, and checked by a plain sha256sum. */
class DiscTest extends Journey {

    private static final String CITY = "city-440900";

    @TempDir
    Path folder;

    @Value("${pilot.store-folder}")
    private Path store;

    @Test
    @DisplayName("R2.13 a folder for each project in order of priority, in it one for each class, Chinese names whole, an index and a BagIt manifest")
    void tree() throws Exception {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "油页岩干馏");
        Submitted second = givenAccepted(CITY, "T02", "高岭土/配料:二期");
        whenListed(CITY, List.of(second.id(), first.id()));

        Path bag = unpacked(disc(CITY).body());

        assertThat(bag.getFileName().toString()).isEqualTo("推荐材料_" + round + "_茂名市工业和信息化局");
        assertThat(bag.resolve("bagit.txt")).content().isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        assertThat(bag.resolve("data/01_" + second.id() + "_高岭土_配料_二期/申报书")).isDirectory().isNotEmptyDirectory();
        assertThat(bag.resolve("data/02_" + first.id() + "_油页岩干馏/视频")).isDirectory().isNotEmptyDirectory();
        String index = Files.readString(bag.resolve("data/索引目录.txt"));
        assertThat(index).contains("1. 高岭土/配料:二期（").contains("02_" + first.id() + "_油页岩干馏/近三年财务审计报告");
        long payload = Files.readAllLines(bag.resolve("manifest-sha256.txt")).size();
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).contains("Source-Organization: 茂名市工业和信息化局").contains("." + payload + "\n");
    }

    @Test
    @DisplayName("a plain sha256sum -c is content with it, and finds one changed byte")
    void checked() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "橡胶硫化质检");
        whenListed(CITY, List.of(project.id()));
        Path bag = unpacked(disc(CITY).body());

        assertThat(sha256sum(bag, "manifest-sha256.txt")).isZero();
        assertThat(sha256sum(bag, "tagmanifest-sha256.txt")).isZero();

        Path any = bag.resolve(Files.readAllLines(bag.resolve("manifest-sha256.txt")).get(1).substring(66));
        byte[] content = Files.readAllBytes(any);
        content[content.length / 2] ^= 1;
        Files.write(any, content);
        assertThat(sha256sum(bag, "manifest-sha256.txt")).isNotZero();
    }

    @Test
    @DisplayName("made again, it is the same to the byte")
    void same() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海产品冷链");
        whenListed(CITY, List.of(project.id()));

        assertThat(disc(CITY).body()).isEqualTo(disc(CITY).body());
    }

    @Test
    @DisplayName("a stored file that is not whole stops it before a byte goes out, in Chinese; others' discs are not to be seen")
    void broken() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "荔枝保鲜监测");
        assertThat(disc(CITY).statusCode()).as("nothing is signed").isEqualTo(404);
        whenListed(CITY, List.of(project.id()));
        assertThat(disc("city-440800").statusCode()).isEqualTo(404);

        String key = jdbc.sql("select sha256 from material where application_id = :id and kind = 'EVIDENCE'")
                .param("id", project.id())
                .query(String.class)
                .list()
                .get(0);
        Path stored = store.resolve(key.substring(0, 2)).resolve(key);
        byte[] whole = Files.readAllBytes(stored);
        try {
            Files.write(stored, new byte[] {1, 2, 3});
            HttpResponse<byte[]> refused = disc(CITY);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("存储文件缺失或不完整");
        } finally {
            Files.write(stored, whole);
        }
    }

    /** As the handler of that office gets it in a browser. */
    private HttpResponse<byte[]> disc(String officer) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = browser.send(HttpRequest.newBuilder(base().resolve("/login")).build(), BodyHandlers.ofString()).body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=" + officer + "&password=" + PASSWORD;
        browser.send(
                HttpRequest.newBuilder(base().resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        URI address = base().resolve("/desk/recommendations/" + round + "/" + CITY + "/disc.zip");
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    private Path unpacked(byte[] zip) throws IOException {
        Assumptions.assumeTrue(takesChineseNames(), "这台机器的语言环境不能写中文文件名（LANG 须为 UTF-8），跳过");
        Path file = Files.write(folder.resolve("disc.zip"), zip);
        Path root = null;
        try (ZipFile disc = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) disc.stream().map(ZipEntry.class::cast)::iterator) {
                Path target = folder.resolve(entry.getName());
                root = root == null ? folder.resolve(Path.of(entry.getName()).getName(0)) : root;
                Files.createDirectories(target.getParent());
                try (InputStream content = disc.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        return root;
    }

    private static boolean takesChineseNames() {
        try {
            return Path.of("中").toString().equals("中");
        } catch (InvalidPathException ascii) {
            return false;
        }
    }

    private static int sha256sum(Path bag, String manifest) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "没有 sha256sum，跳过");
        ProcessBuilder check = new ProcessBuilder("/usr/bin/sha256sum", "--quiet", "-c", manifest).directory(bag.toFile()).inheritIO();
        check.environment().put("LC_ALL", "C.UTF-8");
        return check.start().waitFor();
    }
}
