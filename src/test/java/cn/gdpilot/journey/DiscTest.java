package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.disc.DiscCheck;
import cn.gdpilot.domain.disc.DiscChecks;
import cn.gdpilot.domain.disc.DiscFindings;
import cn.gdpilot.running.RealPapers;
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
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** R4.2 R4.4 the disc: unpacked, read by name, and checked by a plain sha256sum. */
@RealPapers
class DiscTest extends Journey {

    private static final String CITY = "city-440900";
    private static final String SHENZHEN = "city-440300";

    @TempDir
    Path folder;

    @Value("${pilot.store-folder}")
    private Path store;

    @Autowired
    private DiscChecks checks;

    @Test
    @DisplayName(
            "R2.13 a folder for each project in order of priority, in it one for each class, Chinese names whole, an index and a BagIt manifest")
    void tree() throws Exception {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "油页岩干馏");
        Submitted second = givenAccepted(CITY, "T02", "高岭土/配料:二期");
        whenListed(CITY, List.of(second.id(), first.id()));

        Path bag = unpacked(disc(CITY).body());

        assertThat(bag.getFileName().toString()).isEqualTo("推荐材料_" + round + "_茂名市工业和信息化局");
        assertThat(bag.resolve("bagit.txt"))
                .content()
                .isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        assertThat(bag.resolve("data/01_" + second.id() + "_高岭土_配料_二期/申报书"))
                .isDirectory()
                .isNotEmptyDirectory();
        assertThat(bag.resolve("data/02_" + first.id() + "_油页岩干馏/视频"))
                .isDirectory()
                .isNotEmptyDirectory();
        String index = Files.readString(bag.resolve("data/索引目录.txt"));
        assertThat(bag.resolve("data/索引目录（签发时）.docx"))
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("PK");
        assertThat(bag.resolve("data/索引目录（签发时）.pdf"))
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("%PDF");
        assertThat(index).contains("1. 高岭土/配料:二期（").contains("02_" + first.id() + "_油页岩干馏/近三年财务审计报告");
        long payload = Files.readAllLines(bag.resolve("manifest-sha256.txt")).size();
        assertThat(Files.readString(bag.resolve("bag-info.txt")))
                .contains("Source-Organization: 茂名市工业和信息化局")
                .contains("." + payload + "\n");
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

        Path any = bag.resolve(
                Files.readAllLines(bag.resolve("manifest-sha256.txt")).get(1).substring(66));
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
    @DisplayName(
            "a stored file that is not whole stops it before a byte goes out, in Chinese; others' discs are not to be seen")
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

    @Test
    @DisplayName("R4.2 as .iso: 7z reads every name, and what it unpacks is content with sha256sum -c")
    void iso() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/7z")), "没有 7z，跳过");
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "荔枝分拣");
        whenListed(CITY, List.of(project.id()));

        Path iso = Files.write(
                folder.resolve("disc.iso"),
                browser(CITY).get("disc.iso?volume=1").body());
        ProcessBuilder unpack =
                new ProcessBuilder("/usr/bin/7z", "x", "-y", "-o" + folder.resolve("iso"), iso.toString());
        unpack.environment().put("LC_ALL", "C.UTF-8");
        assertThat(unpack.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();

        assertThat(folder.resolve("iso/data/01_" + project.id() + "_荔枝分拣/视频"))
                .isDirectory()
                .isNotEmptyDirectory();
        assertThat(sha256sum(folder.resolve("iso"), "manifest-sha256.txt")).isZero();
        assertThat(sha256sum(folder.resolve("iso"), "tagmanifest-sha256.txt")).isZero();
    }

    @Test
    @DisplayName("a download that broke goes on where it stopped; of another version of the disc it starts again")
    void ranges() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "凤梨分选");
        whenListed(CITY, List.of(project.id()));
        Browser browser = browser(CITY);

        for (String name : List.of("disc.zip", "disc.iso")) {
            HttpResponse<byte[]> whole = browser.get(name);
            String tag = whole.headers().firstValue("ETag").orElseThrow();
            int half = whole.body().length / 2;
            HttpResponse<byte[]> rest = browser.get(name, "Range", "bytes=" + half + "-", "If-Range", tag);
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.headers().firstValue("Content-Range"))
                    .contains("bytes %d-%d/%d".formatted(half, whole.body().length - 1, whole.body().length));
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), half, whole.body().length));
            assertThat(browser.get(name, "Range", "bytes=" + half + "-", "If-Range", "\"another\"")
                            .body())
                    .isEqualTo(whole.body());
            assertThat(browser.get(name, "Range", "bytes=999999999-").statusCode())
                    .isEqualTo(416);
            assertThat(browser.get(name, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        assertThat(browser.get("disc.iso?volume=2").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("nothing of a disc is written on the server, so a disk that is full there leaves nothing half")
    void writesNothing() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "珍珠贝育苗");
        whenListed(CITY, List.of(project.id()));
        Set<String> before = filesOf(store);

        disc(CITY);
        browser(CITY).get("disc.iso");

        assertThat(filesOf(store)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "the counter's check: whole, then a manifest with one byte changed, a file missing, one too many; what came out is kept")
    void checkedAtTheCounter() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海藻加工");
        whenListed(CITY, List.of(project.id()));
        Map<String, String> sums = sums(browser(CITY).get("disc.zip").body());
        Browser counter = browser("dept-44");

        assertThat(counter.check(sums)).contains("光盘完好").contains("核对全部文件");

        Map<String, String> changed = new TreeMap<>(sums);
        changed.put("manifest-sha256.txt", "0".repeat(64));
        String lost = sums.keySet().stream()
                .filter(path -> path.contains("视频"))
                .findFirst()
                .orElseThrow();
        changed.remove(lost);
        changed.put("autorun.inf", "1".repeat(64));
        String page = counter.check(changed);
        assertThat(page)
                .contains("光盘与名单不一致")
                .contains("缺少 1 个文件，内容不同 1 个，多出 1 个")
                .contains(lost)
                .contains("<li>manifest-sha256.txt</li>")
                .contains("autorun.inf");

        String manifest =
                new String(zipped(browser(CITY).get("disc.zip").body(), "manifest-sha256.txt"), StandardCharsets.UTF_8);
        assertThat(counter.upload("manifest-sha256.txt", manifest))
                .contains("清单一致")
                .contains("文件本身没有核对");
        assertThat(counter.upload(
                        "manifest-sha256.txt",
                        manifest.substring(0, 5) + (manifest.charAt(5) == '0' ? '1' : '0') + manifest.substring(6)))
                .contains("光盘与名单不一致")
                .contains("<li>manifest-sha256.txt</li>")
                .contains("索引目录.txt");
        assertThat(counter.upload("notes.txt", "not a hash")).contains("第 1 行不是");

        Instant signed = recommendations.get(round, CITY).signedAt();
        List<DiscCheck> last = checks.last(round + "/" + CITY, signed);
        assertThat(last).singleElement().satisfies(check -> {
            assertThat(check.whole()).isFalse();
            assertThat(check.checkedBy()).isEqualTo("dept-44");
            assertThat(check.scope()).isEqualTo(DiscFindings.Scope.MANIFEST);
        });
        assertThat(checks.of(round + "/" + CITY, signed)).hasSize(4);
        assertThat(checks.of(round + "/" + CITY, last.get(0).checkedAt().plusSeconds(86_400)))
                .as("signed anew since")
                .isEmpty();
        assertThat(new String(counter.get("arrival").body(), StandardCharsets.UTF_8))
                .contains("光盘核验")
                .contains("不一致：缺少 0 个")
                .contains("（dept-44）");
        assertThat(counter.upload("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"))
                .contains("没有可以核对的内容");
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'disc.checked' and subject = :list")
                        .param("list", round + "/" + CITY)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    @DisplayName(
            "R4.4 on hand-over the ministry's mailbox gets the table and the disc's content, once; each attachment is what its hash says")
    void electronicVersion() throws Exception {
        givenRound();
        Submitted project = givenAccepted(SHENZHEN, "T01", "无人机巡检");
        whenListed(SHENZHEN, List.of(project.id()));
        postman.deliver();
        postman.deliver();

        String page = new String(browser("ministry").at("/mailbox"), StandardCharsets.UTF_8);
        String mail = page.substring(page.indexOf("深圳市工业和信息化局推荐材料电子版"));
        mail = mail.substring(0, mail.indexOf("</article>"));
        assertThat(page.split("深圳市工业和信息化局推荐材料电子版</h2>", -1)).as("sent once").hasSize(2);
        assertThat(mail)
                .contains("推荐汇总表")
                .contains("文件清单.txt")
                .contains("索引目录.txt")
                .contains("与光盘内容一致");
        Matcher attachment =
                Pattern.compile("href=\"(/mailbox/[^\"]+)\">(01_[^<]+)</a>").matcher(mail);
        int count = 0;
        while (attachment.find()) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(browser("ministry").at(attachment.group(1))));
            assertThat(mail).as(attachment.group(2)).contains(hash);
            count++;
        }
        assertThat(count)
                .isEqualTo(jdbc.sql("select count(*) from material where application_id = :id")
                        .param("id", project.id())
                        .query(Integer.class)
                        .single());
        assertThat(new String(
                        browser("ministry").at("/desk/recommendations/" + round + "/" + SHENZHEN + "/disc"),
                        StandardCharsets.UTF_8))
                .contains("已发出")
                .contains("Message-ID");
    }

    @Test
    @DisplayName(
            "R4.4 what the mailbox does not take goes as a list with sizes and hashes: the content follows on disc; a list for the Department is not mailed")
    void electronicVersionTooLarge() throws Exception {
        givenRound();
        Submitted project = givenAccepted(SHENZHEN, "T01", "电池护照");
        jdbc.sql("update material set size_bytes = 30000000 where application_id = :id and kind = 'VIDEO'")
                .param("id", project.id())
                .update();
        whenListed(SHENZHEN, List.of(project.id()));
        Submitted other = givenAccepted(CITY, "T01", "海参养殖");
        whenListed(CITY, List.of(other.id()));

        List<String> bodies = jdbc.sql(
                        "select body from outbox where round_id = :round and kind like 'electronic-version%'")
                .param("round", round)
                .query(String.class)
                .list();
        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("内容随光盘报送")
                .contains("/视频/")
                .contains("\t30000000\t");
        assertThat(jdbc.sql(
                                "select count(*) from outbox_attachment a join outbox o on o.id = a.outbox_id where o.round_id = :round")
                        .param("round", round)
                        .query(Integer.class)
                        .single())
                .as("index and list of files")
                .isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from record_entry where action = 'electronic-version.posted' and subject = :list")
                        .param("list", round + "/" + SHENZHEN)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The disc as zip, as the handler of that office gets it. */
    private HttpResponse<byte[]> disc(String officer) throws IOException, InterruptedException {
        return browser(officer).get("disc.zip");
    }

    private Browser browser(String officer) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = browser.send(
                        HttpRequest.newBuilder(base().resolve("/login")).build(), BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=" + officer
                + "&password=" + PASSWORD;
        browser.send(
                HttpRequest.newBuilder(base().resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        return new Browser(browser, base().resolve("/desk/recommendations/" + round + "/" + CITY + "/"));
    }

    private static Set<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).collect(Collectors.toSet());
        }
    }

    /** What sha256sum says of the unpacked zip, by path. */
    private Map<String, String> sums(byte[] zip) throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (ZipFile disc = opened(zip)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) disc.stream().map(ZipEntry.class::cast)::iterator) {
                try (InputStream content = disc.getInputStream(entry)) {
                    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
                    sums.put(
                            entry.getName().substring(entry.getName().indexOf('/') + 1),
                            HexFormat.of().formatHex(hash));
                }
            }
        }
        return sums;
    }

    private byte[] zipped(byte[] zip, String path) throws IOException {
        try (ZipFile disc = opened(zip)) {
            ZipEntry entry = disc.stream()
                    .filter(one ->
                            one.getName().endsWith("/" + path) && !one.getName().contains("/tag"))
                    .findFirst()
                    .orElseThrow();
            return disc.getInputStream(entry).readAllBytes();
        }
    }

    private ZipFile opened(byte[] zip) throws IOException {
        return new ZipFile(Files.write(folder.resolve("opened.zip"), zip).toFile(), StandardCharsets.UTF_8);
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
        ProcessBuilder check = new ProcessBuilder("/usr/bin/sha256sum", "--quiet", "-c", manifest)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        check.environment().put("LC_ALL", "C.UTF-8");
        return check.start().waitFor();
    }

    /** A signed-in person at the pages of the list. */
    private record Browser(HttpClient client, URI pages) {

        HttpResponse<byte[]> get(String page, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(pages.resolve(page));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }

        byte[] at(String address) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(pages.resolve(address)).build(), BodyHandlers.ofByteArray())
                    .body();
        }

        String check(Map<String, String> sums) throws IOException, InterruptedException {
            StringBuilder lines = new StringBuilder();
            sums.forEach((path, hash) ->
                    lines.append(hash).append("  ./").append(path).append('\n'));
            return post("Content-Disposition: form-data; name=\"sums\"\r\n\r\n" + lines);
        }

        String upload(String name, String content) throws IOException, InterruptedException {
            return post("Content-Disposition: form-data; name=\"files\"; filename=\"" + name
                    + "\"\r\nContent-Type: text/plain\r\n\r\n" + content);
        }

        private String post(String part) throws IOException, InterruptedException {
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(new String(get("disc").body(), StandardCharsets.UTF_8));
            assertThat(token.find()).isTrue();
            String body = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                    + "\r\n--part\r\n" + part + "\r\n--part--\r\n";
            HttpRequest request = HttpRequest.newBuilder(pages.resolve("disc"))
                    .header("Content-Type", "multipart/form-data; boundary=part")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
