package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.dossier.print.Printer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers as PDF, read back: their words, their fonts inside, their QR codes scanned from the picture of the page. */
class PapersTest extends Journey {

    private static final String CITY = "city-440900";

    @Autowired
    private FileStore store;

    @Autowired
    private Printer printer;

    @Test
    @DisplayName("R4.2 signing makes the table for the seal: order of priority, A4 across, head repeated, pages counted, fonts inside")
    void summary() throws IOException {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "油页岩干馏");
        Submitted second = givenAccepted(CITY, "T02", "高岭土配料");
        whenListed(CITY, List.of(second.id(), first.id()));

        try (PDDocument paper = paper("summary.pdf")) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains("推荐汇总表").contains("推荐单位（盖章）：茂名市工业和信息化局").contains("第 1 页 共 1 页");
            assertThat(text.indexOf("高岭土配料")).isPositive().isLessThan(text.indexOf("油页岩干馏"));
            PDPage page = paper.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(841f, 843f);
            thenFontsAreInside(paper);
        }
    }

    @Test
    @DisplayName("R4.2 a letter of transmittal and a cover for each of the six sets, its QR code tells unit and number")
    void covers() throws Exception {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "橡胶硫化质检");
        whenListed(CITY, List.of(project.id()));

        try (PDDocument paper = paper("papers.pdf")) {
            assertThat(paper.getNumberOfPages()).isEqualTo(7);
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains("报送函").contains("广东省工业和信息化厅").contains("6 套").contains("第 6 套（共 6 套）");
            assertThat(scanned(paper, 3)).isEqualTo("GDPILOT/" + round + "/" + CITY + "/PAPER/3");
            thenFontsAreInside(paper);
        }
    }

    @Test
    @DisplayName("R4.3 towards the ministry there are five sets")
    void towardsTheMinistry() throws IOException {
        givenRound();
        Submitted project = givenAccepted("city-440300", "T01", "电池极片追溯");
        whenListed("city-440300", List.of(project.id()));

        String key = jdbc.sql("select sha256 from list_paper where recommendation_id = :list and name = 'papers.pdf'")
                .param("list", round + "/city-440300")
                .query(String.class)
                .single();
        try (PDDocument paper = Loader.loadPDF(store.content(key).getContentAsByteArray())) {
            assertThat(paper.getNumberOfPages()).isEqualTo(6);
        }
    }

    @Test
    @DisplayName("the applicant's receipt on paper: the second of arrival, the hashes of all files, and a code that leads to its verification")
    void receipt() throws Exception {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "荔枝保鲜监测");
        String number = jdbc.sql("select number from receipt where application_id = :id").param("id", project.id()).query(String.class).single();

        byte[] pdf = download(project.applicant(), "/portal/applications/" + project.id() + "/receipt.pdf");

        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/receipt.pdf"), pdf);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains(number).contains("荔枝保鲜监测").contains(year + "年11月29日").contains("茂名市工业和信息化局");
            assertThat(text.replaceAll("\\s", "")).contains("commitment-letter.pdf").contains(jdbc.sql("select sha256 from material where application_id = :id and kind = 'VIDEO'")
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
    @DisplayName("a character that the font lacks is shown as a stand-in and named, not swallowed; markup in names stays text")
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
            assertThat(text).contains("<b>HZ</b>").contains("=1+1 & 子公司").contains("〓").contains("U+2B7FE");
        }
    }

    private byte[] download(Applicant applicant, String path) throws IOException, InterruptedException {
        String person = Base64.getEncoder().encodeToString((applicant.client().username() + ":Testing-123").getBytes());
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path)).header("Authorization", "Basic " + person).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
    }

    private PDDocument paper(String name) throws IOException {
        assertThat(officer(CITY).send("GET", "/desk/recommendations/" + round + "/" + CITY + "/" + name, null).status()).isEqualTo(200);
        assertThat(officer("city-440800").send("GET", "/desk/recommendations/" + round + "/" + CITY + "/" + name, null).status()).isEqualTo(404);
        String key = jdbc.sql("select sha256 from list_paper where recommendation_id = :list and name = :name")
                .param("list", round + "/" + CITY)
                .param("name", name)
                .query(String.class)
                .single();
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name), store.content(key).getContentAsByteArray());
        return Loader.loadPDF(store.content(key).getContentAsByteArray());
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
        return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
    }
}
