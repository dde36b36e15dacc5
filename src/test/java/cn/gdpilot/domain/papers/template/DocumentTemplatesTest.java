package cn.gdpilot.domain.papers.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.papers.print.PrintFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that an officer edits: taken over when replaced, judged, the last good one kept; real files, read back. */
class DocumentTemplatesTest {

    private static final String PLACE = "{{destination}}：";

    @TempDir
    Path folder;

    private final DocumentWords words = new DocumentWords();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"summary", "letter", "covers", "index", "application-form", "outcome", "announcement"})
    @DisplayName(
            "each template as shipped says every word that its document is given, as Word file and as PDF, and leaves no tag")
    void shipped(String document) throws IOException {
        Documents documents = documents();
        Facts facts = words.of(document).samples();

        String word = text(documents.word(document, facts));
        byte[] pdf = documents.pdf(document, facts);

        Path out = Files.createDirectories(Path.of("target/papers"));
        Files.write(out.resolve("sample-" + document + ".docx"), documents.word(document, facts));
        Files.write(out.resolve("sample-" + document + ".pdf"), pdf);
        assertThat(word).doesNotContain("{{").doesNotContain("}}");
        String printed = printed(pdf);
        words.of(document).all().stream()
                .filter(one -> !one.isPicture() && !one.path().startsWith("notes"))
                .flatMap(one -> List.of(one.sample().split("\\||\n")).stream())
                .forEach(sample -> {
                    assertThat(word.replaceAll("\\s", "")).contains(sample.replaceAll("\\s", ""));
                    assertThat(printed.replaceAll("\\s", "")).contains(sample.replaceAll("\\s", ""));
                });
    }

    @Test
    @DisplayName("a template that was replaced is used for the next paper, without a restart")
    void takenOver() throws IOException {
        DocumentTemplates templates = DocumentsFixture.templates(folder);
        assertThat(text(templates.fill("letter", "docx", letter()))).contains("广东省工业和信息化厅：");

        write("letter.docx", changed("letter.docx", PLACE, "尊敬的{{destination}}同志们：", null), 1);

        assertThat(text(templates.fill("letter", "docx", letter()))).contains("尊敬的广东省工业和信息化厅同志们：");
        assertThat(templates.state("letter", "docx").trouble()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            value = {
                "{{destinatoin}}! {{destinatoin}}",
                "{{destination! 没有写完",
                "destination}}! 没有写完",
                "{{?projects}}! {{?projects}}",
                "{{?notes}}! {{?notes}}",
                "{{/notes}}! {{/notes}}",
                "{{@destination}}! {{@destination}}",
                "{{#destination}}! {{#destination}}",
                "{{+destination}}! {{+destination}}",
                "{{destination.bytes}}! {{destination.bytes}}",
                "{{destination.class}}! {{destination.class}}",
                "{{T(java.lang.Runtime).getRuntime().exec('id')}}! 不能运行代码",
                "{{destination.getClass()}}! 不能运行代码",
                "{{1==1?'a':'b'}}! 不能运行代码",
                "${T(java.lang.Runtime).getRuntime()}! 不能运行代码",
                "#{7*7}! 不能运行代码",
                "<#assign x='freemarker.template.utility.Execute'?new()>! 不能运行代码",
                "<%= 7*7 %>! 不能运行代码",
            })
    @DisplayName("a broken tag, or one that would run code: told which, and the last good template stays in use")
    void brokenTag(String tag, String told) throws IOException {
        DocumentTemplates templates = DocumentsFixture.templates(folder);
        write("letter.docx", changed("letter.docx", PLACE, "致{{destination}}：", null), 1);
        assertThat(text(templates.fill("letter", "docx", letter()))).contains("致广东省工业和信息化厅：");

        write("letter.docx", changed("letter.docx", PLACE, tag, null), 2);

        assertThat(text(templates.fill("letter", "docx", letter()))).contains("致广东省工业和信息化厅：");
        assertThat(templates.state("letter", "docx").trouble()).contains(told);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
                "DDE Excel Sheet1 R1C1",
                "INCLUDETEXT \"http://example.org/x.docx\"",
                "INCLUDEPICTURE \"http://example.org/x.png\"",
                "MACROBUTTON Run Click",
                "LINK Excel.Sheet.12",
            })
    @DisplayName("a field that starts or fetches something is refused, also when its name is cut into pieces")
    void fields(String instruction) throws IOException {
        String whole = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + escaped(instruction)
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        String simple = "<w:p><w:fldSimple w:instr=\"" + escaped(instruction) + "\"/></w:p>";
        String pieces = whole.replace(
                escaped(instruction),
                escaped(instruction.substring(0, 2)) + "</w:instrText></w:r><w:r><w:instrText>"
                        + escaped(instruction.substring(2)));
        for (String field : List.of(whole, simple, pieces)) {
            assertThat(troubleWith(changed("letter.docx", "<w:body>", "<w:body>" + field, null)))
                    .contains("域");
        }
    }

    @Test
    @DisplayName("macros, embedded objects, pictures and templates from elsewhere are refused")
    void active() throws IOException {
        String external =
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"http://example.org/x\" TargetMode=\"External\"/></Relationships>";
        for (String type : List.of("image", "attachedTemplate", "hyperlink", "oleObject")) {
            byte[] template = changed("letter.docx", "</Relationships>", external.formatted(type), null);
            assertThat(troubleWith(template)).as(type).isNotNull();
        }
        assertThat(troubleWith(changed("letter.docx", null, null, "word/vbaProject.bin")))
                .contains("宏");
        assertThat(troubleWith(changed("letter.docx", null, null, "word/embeddings/oleObject1.bin")))
                .isNotNull();
        assertThat(troubleWith(changed("letter.docx", "document.main+xml", "document.macroEnabled.main+xml", null)))
                .isNotNull();
        assertThat(troubleWith(changed("letter.docx", "<w:body>", "<w:body><w:altChunk/>", null)))
                .contains("嵌有");
        assertThat(troubleWith("no Word file".getBytes(StandardCharsets.UTF_8))).isNotNull();
        assertThat(troubleWith(new byte[6 << 20])).contains("文件太大");
    }

    @Test
    @DisplayName(
            "a tag in a text box is filled in; one where nothing is filled in is told of instead of going out as a tag")
    void elsewhere() throws IOException {
        String box =
                "<w:body><w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{destination}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        String control =
                "<w:body><w:sdt><w:sdtContent><w:p><w:r><w:t>{{destination}}</w:t></w:r></w:p></w:sdtContent></w:sdt>";

        assertThat(troubleWith(changed("letter.docx", "<w:body>", box, null))).isNull();
        assertThat(text(documents().word("letter", letter()))).doesNotContain("{{");
        Files.delete(folder.resolve("letter.docx"));
        assertThat(troubleWith(changed("letter.docx", "<w:body>", control, null)))
                .contains("那里不会填写");
    }

    @Test
    @DisplayName("in Excel: an unknown column, a formula, a name that is no print area are refused; the cell is told")
    void excel() throws IOException {
        assertThat(excelTrouble(book -> book.getSheetAt(0).getRow(5).getCell(2).setCellValue("[projcet]")))
                .contains("[projcet]");
        assertThat(excelTrouble(book -> book.getSheetAt(0).getRow(5).getCell(2).setCellValue("{{project}}")))
                .contains("{{project}}");
        assertThat(excelTrouble(book -> book.getSheetAt(0).getRow(2).getCell(0).setCellValue("${unit}")))
                .contains("不能运行代码");
        assertThat(excelTrouble(book -> book.getSheetAt(0)
                        .getRow(2)
                        .createCell(12)
                        .setCellFormula("HYPERLINK(\"http://example.org\")")))
                .contains("M3");
        assertThat(excelTrouble(book -> book.createName().setNameName("Auto_Open")))
                .contains("Auto_Open");
        assertThat(excelTrouble(book -> book.getSheetAt(0).getRow(1).getCell(0).setCellValue("{{title}}（{{count}} 项）")))
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<script>1</script>",
                "{{{unit}}}",
                "{{&unit}}",
                "{{>other}}",
                "{{nothing}}",
                "<img src=\"http://example.org/x\"/>",
                "<p>",
                "<p style=\"background: url(x)\"></p>"
            })
    @DisplayName("a page that would run, fetch, or is not well-formed is refused")
    void page(String markup) throws IOException {
        DocumentTemplates templates = DocumentsFixture.templates(folder);
        String shipped = Files.readString(Path.of("content/documents/letter.html"));
        write("letter.html", shipped.replace("</body>", markup + "</body>").getBytes(StandardCharsets.UTF_8), 1);

        assertThat(new String(templates.fill("letter", "html", letter()), StandardCharsets.UTF_8))
                .contains("广东省工业和信息化厅");
        assertThat(templates.state("letter", "html").trouble()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "{{unit}}[number]{{?sets}}", "<b>甲</b> & “乙”", "${7*7}", "𠮷㙍"})
    @DisplayName("names that look like formulas, tags, markup or code stay what they are")
    void names(String name) throws IOException {
        String repeated = name.repeat(500 / name.length());
        for (String one : List.of(name, repeated)) {
            Facts facts = words.of("covers").samples().list("projects", List.of(project(one)));

            assertThat(text(documents().word("covers", facts))).contains(one);
            assertThat(new String(
                            DocumentsFixture.templates(folder).fill("covers", "html", facts), StandardCharsets.UTF_8))
                    .contains(org.springframework.web.util.HtmlUtils.htmlEscape("甲"))
                    .doesNotContain("<b>甲");
        }
    }

    @Test
    @DisplayName("characters that the font lacks are printed as 〓 and named with their field; the Word file keeps them")
    void lacking() throws IOException {
        String rare = "\uD86D\uDFFE";
        Facts facts = words.of("covers").samples().list("projects", List.of(project(rare + "家")));

        assertThat(printed(documents().pdf("covers", facts)).replaceAll("\\s", ""))
                .contains("〓家")
                .contains("项目名称中的")
                .contains("U+2B7FE")
                .doesNotContain("#家");
        assertThat(text(documents().word("covers", facts))).contains(rare + "家");
    }

    @Test
    @DisplayName("where LibreOffice is, the Word template is printed, with the same words and its fonts inside")
    void office() throws IOException {
        var office = PrintFixture.office("soffice", Duration.ofSeconds(150));
        Assumptions.assumeTrue(office.isThere());
        write("letter.docx", changed("letter.docx", PLACE, "经 Word 模板致{{destination}}：", null), 1);

        try (PDDocument paper = Loader.loadPDF(DocumentsFixture.documents(DocumentsFixture.templates(folder), office)
                .pdf("letter", letter()))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Word 模板致广东省工业和信息化厅")
                    .contains("第 1 页");
            for (var name : paper.getPage(0).getResources().getFontNames()) {
                assertThat(paper.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"#!/bin/sh\nsleep 60\n", "#!/bin/sh\nexit 1\n"})
    @DisplayName("an office program that hangs or fails does not keep the paper from being printed")
    void officeFails(String script) throws IOException {
        Path program = folder.resolve("soffice");
        Files.writeString(program, script);
        Assumptions.assumeTrue(program.toFile().setExecutable(true));
        var office = PrintFixture.office(program.toString(), Duration.ofSeconds(2));

        byte[] pdf = DocumentsFixture.documents(DocumentsFixture.templates(folder), office)
                .pdf("letter", letter());

        assertThat(printed(pdf)).contains("广东省工业和信息化厅");
    }

    private Documents documents() {
        return DocumentsFixture.documents(
                DocumentsFixture.templates(folder), PrintFixture.office("", Duration.ofSeconds(1)));
    }

    private Facts letter() {
        return words.of("letter").samples();
    }

    private static Facts project(String name) {
        return new Facts()
                .word("place", 1)
                .word("number", "GD-1")
                .word("project", name)
                .word("applicant", "甲");
    }

    private String troubleWith(byte[] template) throws IOException {
        DocumentTemplates templates = DocumentsFixture.templates(folder);
        write("letter.docx", template, 1);
        assertThat(text(templates.fill("letter", "docx", letter()))).contains("广东省工业和信息化厅：");
        return templates.state("letter", "docx").trouble();
    }

    private String excelTrouble(java.util.function.Consumer<XSSFWorkbook> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(Path.of("content/documents/summary.xlsx")))) {
            change.accept(book);
            book.write(out);
        }
        write("summary.xlsx", out.toByteArray(), 1);
        DocumentTemplates templates = DocumentsFixture.templates(folder);
        assertThat(templates.fill("summary", "xlsx", words.of("summary").samples()))
                .isNotEmpty();
        return templates.state("summary", "xlsx").trouble();
    }

    /** The shipped template with a text replaced in all its parts, or with a part added. */
    private static byte[] changed(String name, String was, String becomes, String added) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Path.of("content/documents", name)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean markup = was != null && was.startsWith("<") || was == null || was.contains("+xml");
                String text = was == null ? part : part.replace(was, markup ? becomes : escaped(becomes));
                if (added != null && entry.getName().equals("[Content_Types].xml")) {
                    text = text.replace(
                            "<Default ",
                            "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Default ");
                }
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            if (added != null) {
                zip.putNextEntry(new ZipEntry(added));
                zip.write(new byte[] {1, 2, 3});
            }
        }
        return out.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void write(String name, byte[] content, int seconds) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000L));
    }

    private static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return new XWPFWordExtractor(document).getText();
        }
    }

    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
