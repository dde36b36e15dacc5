package cn.gdpilot.domain.files.inspection;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R2.13: what a .docx or .xlsx may start, fetch or lead to when it is opened. */
class OfficeContentsTest {

    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    private static final String SHEET = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    private static final String FIELD = "域";
    private static final String LINK = "超链接";
    private static final String FETCHING = "外部地址";
    private static final String HIDDEN = "嵌有";
    private static final String LINKED = "其他文件或外部数据";
    private static final String MACRO = "宏";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} → refused")
    @MethodSource
    @DisplayName("R2.13 .docx with a field or content that fetches → refused")
    void refusedText(String what, String inside, String words) throws IOException {
        word("word/document.xml", document(inside)).isRefused(words);
    }

    static Stream<Arguments> refusedText() {
        return Stream.of(
                arguments("DDE", field("DDE cmd \"/c calc\""), FIELD),
                arguments("DDE at once", field(" ddeauto \"cmd\" \"/c calc\""), FIELD),
                arguments("DDE in quotation marks", field("\"DDEAUTO\" cmd"), FIELD),
                arguments("DDE without a blank", field("DDE\"cmd\" \"/c calc\""), FIELD),
                arguments("DDE over several runs", field("DD", "EAU", "TO cmd"), FIELD),
                arguments("DDE without an end", mark("begin") + instruction("DDE cmd"), FIELD),
                arguments("DDE in a simple field", simple("DDEAUTO cmd"), FIELD),
                arguments("DDE within another field", mark("begin") + instruction("IF 1=1 ") + field("DDE cmd"), FIELD),
                arguments("name from another field", mark("begin") + field("QUOTE 68 68 69"), FIELD),
                arguments(
                        "name begun, then from another",
                        mark("begin") + instruction("D") + field("QUOTE 68 69"),
                        FIELD),
                arguments("name from a simple field", mark("begin") + simple("QUOTE 68 68 69"), FIELD),
                arguments("text from the web", field("INCLUDETEXT \"https://example.org/x\""), FIELD),
                arguments("picture from a share", field("INCLUDEPICTURE \"\\\\\\\\server\\\\x.png\""), FIELD),
                arguments("picture from the own disc", simple("INCLUDEPICTURE \"C:\\\\x.png\" \\d"), FIELD),
                arguments("picture imported", field("IMPORT \"file:///C:/x.png\""), FIELD),
                arguments("linked object", field("LINK Excel.Sheet.12 \"\\\\\\\\server\\\\x.xlsx\""), FIELD),
                arguments("link to a share", field("HYPERLINK \"\\\\\\\\server\\\\share\""), LINK),
                arguments("link to the own disc", field("HYPERLINK \\o \"tip\" \"file:///C:/x.exe\""), LINK),
                arguments("link over several runs", field("HYPER", "LINK \"file:", "//server/x\""), LINK),
                arguments("foreign content", "<w:altChunk/>", HIDDEN),
                arguments(
                        "old picture from the web", "<v:imagedata xmlns:v='v' src='http://example.org/x'/>", FETCHING));
    }

    @ParameterizedTest(name = "{0} → accepted")
    @MethodSource
    @DisplayName("R2.13 .docx with ordinary fields → accepted")
    void acceptedText(String what, String inside) throws IOException {
        word("word/document.xml", document(inside)).passes();
    }

    static Stream<Arguments> acceptedText() {
        return Stream.of(
                arguments("page number", field("PAGE")),
                arguments("page number less one", mark("begin") + instruction("=") + field("PAGE") + instruction("-1")),
                arguments("table of contents", field("TOC \\o \"1-3\" \\h \\z \\u")),
                arguments("link within", field("HYPERLINK \\l \"_Toc1\"")),
                arguments("link to a web page", field("HYPERLINK \"https://www.example.org/\" \\o \"tip\"")),
                arguments("link to a mailbox", simple("HYPERLINK \"mailto:office@example.org\"")),
                arguments("words that only look like it", "<w:p><w:r><w:t>DDEAUTO cmd</w:t></w:r></w:p>"),
                arguments("fraction with bars", "<m:f xmlns:m='m'><m:num><m:t>|a|</m:t></m:num></m:f>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/header1.xml",
                "word/footer1.xml",
                "word/footnotes.xml",
                "word/endnotes.xml",
                "word/comments.xml",
                "word/anything.dat"
            })
    @DisplayName("R2.13 DDE in any part of a .docx → refused")
    void anyPart(String part) throws IOException {
        word(part, document(field("DDEAUTO cmd"))).isRefused(FIELD);
    }

    @ParameterizedTest(name = "external {0} to {1} → refused")
    @CsvSource({
        "attachedTemplate, https://example.org/x.dotm, " + FETCHING,
        "oleObject, https://example.org/x, " + FETCHING,
        "image, https://example.org/x.png, " + FETCHING,
        "frame, https://example.org/x.htm, " + FETCHING,
        "subDocument, x.docx, " + FETCHING,
        "externalLinkPath, x.xlsx, " + LINKED,
        "hyperlink, file:///C:/x.exe, " + LINK,
        "hyperlink, \\\\server\\share, " + LINK,
        "hyperlink, //server/share, " + LINK,
        "hyperlink, x.exe, " + LINK,
        "hyperlink, ms-msdt:/id, " + LINK,
    })
    @DisplayName("R2.13 relation to the outside that is no web or mail link → refused")
    void outside(String kind, String target, String words) throws IOException {
        word("word/_rels/x.xml.rels", relation(kind, target, "External")).isRefused(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.org/", "HTTP://example.org", "mailto:office@example.org", "#part"})
    @DisplayName("R2.13 link to a web page, a mailbox or a place within → accepted")
    void link(String target) throws IOException {
        word("word/_rels/x.xml.rels", relation("hyperlink", target, "External")).passes();
    }

    @ParameterizedTest(name = "part of kind {0} → refused")
    @CsvSource({
        "oleObject, " + HIDDEN,
        "package, " + HIDDEN,
        "aFChunk, " + HIDDEN,
        "control, " + HIDDEN,
        "vbaProject, " + MACRO,
        "xlMacrosheet, " + MACRO,
        "externalLink, " + LINKED,
        "connections, " + LINKED,
        "webextensiontaskpanes, " + FETCHING
    })
    @DisplayName("R2.13 active part under a harmless name → refused")
    void inside(String kind, String words) throws IOException {
        word("word/_rels/x.xml.rels", relation(kind, "harmless.dat", "Internal"))
                .isRefused(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd|'/c calc'!A0",
                "SUM(A1)+[1]!cmd|topic!item",
                "_xlfn.WEBSERVICE(\"https://example.org\")",
                "IF(A1=\"\",image(\"https://example.org\"),1)",
                "RTD(\"x\",,\"y\")",
            })
    @DisplayName("R2.13 formula that starts or fetches something → refused")
    void formula(String formula) throws IOException {
        sheet("xl/worksheets/sheet9.xml", "<c><f>" + formula + "</f></c>").isRefused("公式");
    }

    @Test
    @DisplayName("R2.13 formula with a link to a share → refused")
    void formulaWithLink() throws IOException {
        sheet("xl/worksheets/sheet9.xml", "<c><f>HYPERLINK(\"\\\\server\\x.exe\",\"x\")</f></c>")
                .isRefused(LINK);
    }

    @Test
    @DisplayName("R2.13 DDE link of a workbook → refused")
    void ddeLink() throws IOException {
        sheet("xl/externalLinks/externalLink1.xml", "<ddeLink ddeService='cmd' ddeTopic='/c calc'/>")
                .isRefused(LINKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM('甲|乙'!A1:A9)", "IF(A1=\"a|b\",1,2)", "HYPERLINK(\"https://example.org\")"})
    @DisplayName("R2.13 ordinary formula → accepted")
    void ordinaryFormula(String formula) throws IOException {
        sheet("xl/worksheets/sheet9.xml", "<c><f>" + formula + "</f></c>").passes();
    }

    private InspectedFile word(String part, String content) throws IOException {
        Path file = folder.resolve("x.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("x");
            document.write(out);
        }
        return with(file, part, content);
    }

    private InspectedFile sheet(String part, String inside) throws IOException {
        Path file = folder.resolve("x.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet().createRow(0).createCell(0).setCellFormula("SUM(B1:B2)");
            workbook.write(out);
        }
        return with(file, part, "<x " + SHEET + ">" + inside + "</x>");
    }

    private static InspectedFile with(Path file, String part, String content) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path inside = archive.getPath(part);
            Files.createDirectories(inside.getParent());
            Files.write(inside, content.getBytes(StandardCharsets.UTF_8));
        }
        return new InspectedFile(file, file.toString().substring(file.toString().lastIndexOf('.') + 1));
    }

    private static String document(String inside) {
        return "<w:document " + WORD + "><w:body>" + inside + "</w:body></w:document>";
    }

    private static String field(String... instruction) {
        StringBuilder runs = new StringBuilder(mark("begin"));
        Stream.of(instruction).map(OfficeContentsTest::instruction).forEach(runs::append);
        return runs.append(mark("separate"))
                .append("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
                .append(mark("end"))
                .toString();
    }

    private static String mark(String kind) {
        return "<w:p><w:r><w:fldChar w:fldCharType='" + kind + "'/></w:r></w:p>";
    }

    private static String instruction(String text) {
        return "<w:p><w:r><w:instrText>" + text + "</w:instrText></w:r></w:p>";
    }

    private static String simple(String instruction) {
        return "<w:p><w:fldSimple w:instr='" + instruction + "'/></w:p>";
    }

    private static String relation(String kind, String target, String mode) {
        return "<Relationships><Relationship Id='r' Type='http://x/%s' Target='%s' TargetMode='%s'/></Relationships>"
                .formatted(kind, target, mode);
    }
}
