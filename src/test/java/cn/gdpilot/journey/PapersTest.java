package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.papers.print.Printer;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.running.RealPapers;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers as PDF, read back: their words, their fonts inside, their QR codes scanned from the picture of the page. */
@RealPapers
class PapersTest extends Journey {

    private static final String CITY = "city-440900";

    @Autowired
    private FileStore store;

    @Autowired
    private Printer printer;

    @Autowired
    private Timeline timeline;

    @Test
    @DisplayName(
            "R4.2 signing makes the table for the seal: order of priority, A4 across, head repeated, pages counted, fonts inside")
    void summary() throws IOException {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "油页岩干馏");
        Submitted second = givenAccepted(CITY, "T02", "高岭土配料");
        whenListed(CITY, List.of(second.id(), first.id()));

        try (PDDocument paper = paper("summary.pdf")) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("推荐汇总表")
                    .contains("推荐单位（盖章）：茂名市工业和信息化局")
                    .containsPattern("第 1 页[\\s\\p{Z}]*共 1 页");
            assertThat(text.indexOf("高岭土配料")).isPositive().isLessThan(text.indexOf("油页岩干馏"));
            PDPage page = paper.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(841f, 843f);
            thenFontsAreInside(paper);
        }
    }

    @Test
    @DisplayName(
            "R4.2 a letter of transmittal; labels for tables and disc, a cover for each of the six sets and each project in it: the codes tell which")
    void covers() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "橡胶硫化质检");
        whenListed(CITY, List.of(project.id()));

        try (PDDocument paper = paper("letter.pdf")) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("[\\s\\p{Z}]", ""))
                    .contains("广东省工业和信息化厅：")
                    .contains("推荐汇总表2份")
                    .contains("（纸质）6套")
                    .contains("1张")
                    .contains("公章");
            thenFontsAreInside(paper);
        }
        try (PDDocument paper = paper("covers.pdf")) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1 + 6 + 6);
            assertThat(new PDFTextStripper().getText(paper)).contains("第 6 套").contains("第 6 套（共 6 套）");
            assertThat(scanned(paper, 3)).isEqualTo(new PieceCode(round, CITY, PieceCode.Kind.PAPER, 3, "").text());
            assertThat(scanned(paper, 12))
                    .isEqualTo(new PieceCode(round, CITY, PieceCode.Kind.PAPER, 6, project.id()).text());
            thenFontsAreInside(paper);
        }
        try (PDDocument paper = paper("index.pdf")) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("[\\s\\p{Z}]", ""))
                    .contains("橡胶硫化质检")
                    .contains("一、申报书")
                    .contains("七、相关成果")
                    .doesNotContain("索引目录（")
                    .contains("commitment-letter.pdf");
        }
        for (String document : List.of("summary", "letter", "covers", "index")) {
            assertThat(word(document + ".docx")).contains("茂名市工业和信息化局").doesNotContain("{{");
        }
        assertThat(word("summary.docx")).contains("橡胶硫化质检").contains("公章");
    }

    @Test
    @DisplayName("R4.3 towards the ministry there are five sets")
    void towardsTheMinistry() throws IOException {
        givenRound();
        Submitted project = givenAccepted("city-440300", "T01", "电池极片追溯");
        whenListed("city-440300", List.of(project.id()));

        try (PDDocument paper = Loader.loadPDF(stored("city-440300", "covers.pdf"))) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1 + 5 + 5);
        }
    }

    @Test
    @DisplayName(
            "R2.13 application form before submission → no draft mark, not in its own list, fingerprint as in the submitted one")
    void applicationForm() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "罗非鱼养殖水质预警");
        String form = "/portal/applications/" + id + "/papers/application-form.";

        String printed = words(download(applicant, form + "pdf"));
        String fingerprint = fingerprint(printed);
        for (String paper : List.of(printed, words(download(applicant, form + "docx")))) {
            assertThat(paper)
                    .contains("罗非鱼养殖水质预警", "茂名市工业和信息化局", "打印时间", "以系统回执为准", fingerprint, "一、视频", "三、承诺函", "六、相关成果")
                    .doesNotContain("草稿", "尚未提交", "application-form.pdf", "索引目录");
        }

        applicant.client().submit(id, "key-" + id).ok();
        settle();
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(id),
                        Map.of("outcome", "RETURN", "grounds", "请补充", "creditRecord", "CLEAN"))
                .ok();
        applicant.client().edit(id, Map.of("summary", "改过的简介")).ok();

        String number = jdbc.sql("select number from receipt where application_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        String video = jdbc.sql("select sha256 from material where application_id = :id and kind = 'VIDEO'")
                .param("id", id)
                .query(String.class)
                .single();
        String corrected = words(download(applicant, form + "pdf"));
        assertThat(corrected).contains("改过的简介").doesNotContain("修改稿", "草稿");
        assertThat(fingerprint(corrected)).as("what was changed is seen").isNotEqualTo(fingerprint);
        for (String ending : List.of("pdf", "docx")) {
            String submitted = words(download(CITY, "demo", "/dossier/" + id + "/papers/application-form." + ending));
            assertThat(submitted)
                    .contains(
                            "测试项目",
                            number,
                            video,
                            fingerprint,
                            Clauses.of("R2.7") + "项目已经建成是",
                            "位于革命老区—",
                            "真实性声明",
                            "公章",
                            applicant.email())
                    .doesNotContain("草稿")
                    .doesNotContain("修改稿")
                    .doesNotContain("改过的简介");
        }
        assertThat(officer("city-440800")
                        .send("GET", "/dossier/" + id + "/papers/application-form.pdf", null)
                        .status())
                .isEqualTo(404);
        assertThat(new String(download(givenApplicant(), form + "pdf"))).doesNotStartWith("%PDF");
    }

    @Test
    @DisplayName(
            "the notice of outcome tells every level's decision with office, rule and grounds, in Word and PDF; nobody else's, and none before")
    void outcome() throws Exception {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T02", "对虾苗种溯源");
        String notice = "/portal/applications/" + project.id() + "/outcome.";
        String page = "/portal/applications/" + project.id();
        assertThat(new String(download(project.applicant(), page))).doesNotContain("办理结果通知");
        assertThat(new String(download(project.applicant(), notice + "pdf"))).contains("还没有办理结果");

        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充验收证明", "creditRecord", "CLEAN"))
                .ok();
        project.applicant()
                .client()
                .edit(project.id(), Map.of("projectName", "对虾苗种溯源改名"))
                .ok();
        assertThat(words(download(project.applicant(), notice + "docx")))
                .contains("退回补正", "请补充验收证明", "对虾苗种溯源")
                .doesNotContain("改名");

        project.applicant()
                .client()
                .submit(project.id(), "again-" + project.id())
                .ok();
        settle();
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.4", "grounds", "去年发生较大安全事故"))
                .ok();

        String receipt = jdbc.sql("select number from receipt where application_id = :id and version = 2")
                .param("id", project.id())
                .query(String.class)
                .single();
        for (String ending : List.of("pdf", "docx")) {
            assertThat(words(download(project.applicant(), notice + ending)))
                    .contains(
                            project.id(),
                            receipt,
                            "对虾苗种溯源改名",
                            "退回补正",
                            "请补充验收证明",
                            "不予受理",
                            Clauses.of("R2.4"),
                            "去年发生较大安全事故",
                            "茂名市工业和信息化局（盖章）")
                    .doesNotContain(CITY);
        }
        assertThat(new String(download(project.applicant(), page))).contains("办理结果通知（PDF）");
        assertThat(new String(download(givenApplicant(), notice + "pdf"))).doesNotStartWith("%PDF");
    }

    @Test
    @DisplayName(
            "R3.9 R2.10 what the applicant or the system did carries no seal; of a duplicate the other's project is not told")
    void outcomeWithoutSeal() throws Exception {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "三华李分选");
        timeline.add(
                project.id(),
                clock.now(),
                new Actor("demo", "dept-44"),
                "REVIEWED",
                "DUPLICATE",
                Grounds.byRule("R3.7", "与某某公司的申请 HZ-1 相同"));
        String notice = "/portal/applications/" + project.id() + "/outcome.docx";
        assertThat(words(download(project.applicant(), notice)))
                .contains("认定为重复项目", Clauses.of("R3.7"), "对方情况不予公开")
                .doesNotContain("某某公司");

        project.applicant().client().withdraw(project.id(), "企业调整投资计划").ok();
        assertThat(words(download(project.applicant(), notice)))
                .contains("已撤回", "企业调整投资计划")
                .doesNotContain("（盖章）");
    }

    @TestFactory
    @DisplayName(
            "R3.2 R3.5 R3.8 R4.1 the notice of outcome of each end says what was decided, by whom, by which rule and why")
    Stream<DynamicTest> outcomes() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T03", "各级结果");
        return Stream.of(
                        new Outcome("ACCEPTED", null, "MISSED_DEADLINE", "R4.1", "系统（依规则）"),
                        new Outcome("RANKED", CITY, "NOT_RECOMMENDED", "R3.2", "茂名市工业和信息化局（盖章）"),
                        new Outcome("REVIEWED", "dept-44", "NOT_FORWARDED", "R3.5", "广东省工业和信息化厅（盖章）"),
                        new Outcome("FORWARDED", "ministry", "SELECTED", "R3.8", "工业和信息化部（盖章）"),
                        new Outcome("SELECTED", null, "PILOT", "R3.8", "工业和信息化部（盖章）"),
                        new Outcome("FORWARDED", "ministry", "NOT_SELECTED", "R3.8", "工业和信息化部（盖章）"))
                .map(outcome -> DynamicTest.dynamicTest(outcome.to(), () -> tells(project, outcome)));
    }

    private void tells(Submitted project, Outcome outcome) throws Exception {
        timeline.add(
                project.id(),
                clock.now(),
                outcome.office() == null ? Actor.SYSTEM : new Actor("demo", outcome.office()),
                outcome.from(),
                outcome.to(),
                Grounds.byRule(outcome.rule(), "理由" + outcome.to()));

        assertThat(words(download(project.applicant(), "/portal/applications/" + project.id() + "/outcome.docx")))
                .contains(
                        Texts.label("state", outcome.to()),
                        Clauses.of(outcome.rule()),
                        "理由" + outcome.to(),
                        outcome.by())
                .doesNotContain("demo", outcome.rule());
    }

    /** A decision, and what its notice says of where it comes from. */
    private record Outcome(String from, String office, String to, String rule, String by) {}

    @Test
    @DisplayName(
            "R2.13 the index is made at one click instead of uploaded; files that come or go, titles and order make it outdated, and the check says so")
    void indexAtOneClick() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "荔枝冷链追溯");
        jdbc.sql("update material set removed_at = uploaded_at where application_id = :id and kind = 'INDEX'")
                .param("id", id)
                .update();
        assertThat(applicant.client().check(id).json().toString()).contains("索引目录");

        whenIndexed(applicant, id);

        assertThat(applicant.client().check(id).json().toString()).doesNotContain("索引目录");
        String key = jdbc.sql(
                        "select sha256 from material where application_id = :id and kind = 'INDEX' and removed_at is null")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(words(store.content(key).getContentAsByteArray()))
                .contains("荔枝冷链追溯", "一、申报书", "commitment-letter.pdf", "四、承诺函", "六、佐证材料")
                .doesNotContain("、索引目录");
        for (String change : List.of("title = '二〇二三年度'", "place = place + 9", "removed_at = uploaded_at")) {
            whenIndexed(applicant, id);
            assertThat(applicant.client().check(id).json().toString())
                    .as("before " + change)
                    .doesNotContain("请重新生成");
            jdbc.sql("update material set " + change + " where application_id = :id and name = 'audit-report-1.pdf'")
                    .param("id", id)
                    .update();
            assertThat(applicant.client().check(id).json().toString())
                    .as(change)
                    .contains("请重新生成");
        }
    }

    @Test
    @DisplayName("R2.13 a file's title stands beside its name in the index")
    void titlesInTheIndex() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "荔枝冷链追溯");
        jdbc.sql("update material set title = '二〇二三年度' where application_id = :id and name = 'audit-report-1.pdf'")
                .param("id", id)
                .update();

        String index = words(download(applicant, "/portal/applications/" + id + "/papers/index.pdf"));

        assertThat(index.replaceAll("\\s", "")).contains("audit-report-1.pdf（二〇二三年度）");
    }

    private void whenIndexed(Applicant applicant, String id) {
        new OfficerClient(base(), applicant.client().username(), "Testing-123")
                .withToken(
                        "/portal/applications/" + id,
                        "POST",
                        "/portal/applications/" + id + "/index",
                        "x=",
                        "application/x-www-form-urlencoded");
    }

    @Test
    @DisplayName("control characters that come with pasted text are blanks: papers are made of it")
    void controlCharacters() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "荔枝冷链追溯");
        applicant.client().edit(id, Map.of("summary", "粘贴\u000b的\u0001文字")).ok();

        assertThat(application(id).summary()).isEqualTo("粘贴 的 文字");
        assertThat(words(download(applicant, "/portal/applications/" + id + "/papers/application-form.pdf")))
                .contains("粘贴的文字");
    }

    @Test
    @DisplayName("a character that PDFs lack is told of before submitting, with its field; nobody is refused for it")
    void rareCharacter() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "\uD86D\uDFFE镇陶瓷窑炉监测");

        assertThat(applicant.client().check(id).json().toString())
                .contains("项目名称中有字体未收录的字")
                .contains("U+2B7FE")
                .contains("NOTE");
        applicant
                .client()
                .edit(
                        id,
                        Map.of(
                                "summary",
                                new String(IntStream.range(0x30000, 0x30040).toArray(), 0, 64)))
                .ok();
        assertThat(applicant.client().check(id).json().toString()).contains("等 64 个");
        applicant.client().submit(id, "key-" + id).ok();
    }

    @Test
    @DisplayName(
            "the applicant's receipt on paper: the second of arrival, the hashes of all files, and a code that leads to its verification")
    void receipt() throws Exception {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "荔枝保鲜监测");
        String number = jdbc.sql("select number from receipt where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();

        byte[] pdf = download(project.applicant(), "/portal/applications/" + project.id() + "/receipt.pdf");

        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/receipt.pdf"), pdf);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains(number)
                    .contains("荔枝保鲜监测")
                    .contains(year + "年11月29日")
                    .contains("茂名市工业和信息化局");
            assertThat(text.replaceAll("[\\s\\p{Z}]", ""))
                    .contains("commitment-letter.pdf")
                    .contains(jdbc.sql("select sha256 from material where application_id = :id and kind = 'VIDEO'")
                            .param("id", project.id())
                            .query(String.class)
                            .single());
            assertThat(scanned(paper, 0)).endsWith("/receipts?number=" + number);
            thenFontsAreInside(paper);
        }
        byte[] foreign = download(givenApplicant(), "/portal/applications/" + project.id() + "/receipt.pdf");
        assertThat(new String(foreign)).doesNotStartWith("%PDF");
    }

    @Test
    @DisplayName(
            "a receipt proves what was submitted: where the version that is kept has been changed since, it is no longer genuine")
    void receiptOfAChangedVersion() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "荔枝保鲜监测二");
        String number = jdbc.sql("select number from receipt where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        String address = "/api/receipts/" + number;
        assertThat(project.applicant()
                        .client()
                        .call("GET", address, BodyPublishers.noBody())
                        .json()
                        .get("genuine")
                        .asBoolean())
                .isTrue();

        jdbc.sql("update application_snapshot set content = replace(content, '保鲜', '加工') where application_id = :id")
                .param("id", project.id())
                .update();

        assertThat(project.applicant()
                        .client()
                        .call("GET", address, BodyPublishers.noBody())
                        .json()
                        .get("genuine")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName(
            "a character that the font lacks is shown as a stand-in and named, not swallowed; markup in names stays text")
    void missingGlyph() throws IOException {
        var content = new Object() {
            public String number() {
                return "<b>HZ</b>";
            }

            public String applicationId() {
                return "x";
            }

            public int version() {
                return 1;
            }

            public String project() {
                return "𠮷野家数字化\uD86D\uDFFE";
            }

            public String applicant() {
                return "=1+1 & 子公司";
            }

            public String unit() {
                return "x";
            }

            public String arrivedAt() {
                return "x";
            }

            public String contentHash() {
                return "x";
            }

            public String hash() {
                return "x";
            }

            public String address() {
                return "x";
            }

            public List<Object> files() {
                return List.of();
            }

            public String qr() {
                return "http://127.0.0.1:9/picture.png";
            }
        };

        try (PDDocument paper = Loader.loadPDF(printer.print("receipt", content))) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("<b>HZ</b>")
                    .contains("=1+1 & 子公司")
                    .contains("〓")
                    .contains("U+2B7FE");
        }
    }

    private static String fingerprint(String paper) {
        return paper.replaceAll("(?s).*?(内容指纹[0-9A-F]{16}).*", "$1");
    }

    private byte[] download(Applicant applicant, String path) throws IOException, InterruptedException {
        return download(applicant.client().username(), "Testing-123", path);
    }

    private byte[] download(String name, String password, String path) throws IOException, InterruptedException {
        String person = Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path))
                .header("Authorization", "Basic " + person)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private PDDocument paper(String name) throws IOException {
        return Loader.loadPDF(asked(name));
    }

    private String word(String name) throws IOException {
        return words(asked(name));
    }

    private byte[] asked(String name) throws IOException {
        String address = "/desk/recommendations/" + round + "/" + CITY + "/papers/" + name;
        assertThat(officer(CITY).send("GET", address, null).status()).isEqualTo(200);
        assertThat(officer("city-440800").send("GET", address, null).status()).isEqualTo(404);
        byte[] stored = stored(CITY, name);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name), stored);
        return stored;
    }

    private byte[] stored(String unit, String name) throws IOException {
        return store.content(jdbc.sql("select sha256 from list_paper where recommendation_id = :list and name = :name")
                        .param("list", round + "/" + unit)
                        .param("name", name)
                        .query(String.class)
                        .single())
                .getContentAsByteArray();
    }

    /** All words of a PDF or a Word file, without blanks. */
    private static String words(byte[] paper) throws IOException {
        if (paper[0] == '%') {
            try (PDDocument document = Loader.loadPDF(paper)) {
                return new PDFTextStripper().getText(document).replaceAll("[\\s\\p{Z}]", "");
            }
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(paper))) {
            return new XWPFWordExtractor(document).getText().replaceAll("[\\s\\p{Z}]", "");
        }
    }

    private static void thenFontsAreInside(PDDocument paper) throws IOException {
        for (PDPage page : paper.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private static String scanned(PDDocument paper, int page) throws IOException, NotFoundException {
        BufferedImage picture = new PDFRenderer(paper).renderImageWithDPI(page, 300, ImageType.RGB);
        int width = picture.getWidth();
        int height = picture.getHeight();
        var source = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeMultiReader()
                        .decodeMultiple(
                                new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))[
                        0]
                        .getText();
    }
}
