package cn.gdpilot.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.files.FileFormat;
import cn.gdpilot.domain.files.inspection.Inspection;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R2.13: what strangers may send, told by its content. */
class HostileFilesTest {

    private static final String TYPES = "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    private static final String RELATIONS = "_rels/.rels";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application-form.pdf",
                "audit-report-1.pdf",
                "commitment-letter.pdf",
                "index.docx",
                "evidence.pdf",
                "video-330s.mp4"
            })
    @DisplayName("honest files pass")
    void honest(String sample) throws IOException {
        assertThat(checked(Files.readAllBytes(Path.of("src/samples/materials", sample)), sample))
                .isEqualTo(sample.substring(sample.lastIndexOf('.') + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "MZ\u0090\u0000\u0003, program.pdf",
        "<html><script>1</script></html>, picture.jpg",
        "GIF89a, picture.png",
        "PK, archive.docx"
    })
    @DisplayName("a program, a page or an archive under another name is refused")
    void otherName(String content, String name) {
        refused(content.getBytes(StandardCharsets.ISO_8859_1), name, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"noise.mp4", "noise.mov", "noise.mkv", "noise.webm", "noise.pdf", "noise.jpg", "noise.docx"})
    @DisplayName("R2.13 noise is nothing, whatever it is called")
    void noise(String name) {
        byte[] noise = new byte[4096];
        new Random(5).nextBytes(noise);
        refused(noise, name, "");
    }

    @Test
    @DisplayName("of docx and xlsx the inside counts, not the name")
    void inside() throws IOException {
        assertThat(checked(
                        archive(Map.of("[Content_Types].xml", TYPES, "xl/workbook.xml", "<workbook/>")), "table.docx"))
                .isEqualTo("xlsx");
    }

    @Test
    @DisplayName("macros are refused, also under the name of a .docx")
    void macros() throws IOException {
        refused(word(Map.of("word/vbaProject.bin", "x")), "x.docx", "宏");
        refused(
                archive(Map.of(
                        "[Content_Types].xml",
                        "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>",
                        "word/document.xml",
                        "<w/>")),
                "x.docx",
                "宏");
    }

    @Test
    @DisplayName("embedded objects and files are refused")
    void embedded() throws IOException {
        refused(word(Map.of("word/embeddings/oleObject1.bin", "x")), "x.docx", "嵌有");
        refused(word(Map.of("word/activeX/activeX1.xml", "x")), "x.docx", "嵌有");
    }

    @Test
    @DisplayName("a template or picture fetched from elsewhere is refused; a link to click on is not")
    void fetching() throws IOException {
        String relation =
                "<Relationships><Relationship Id=\"r\" Type=\"http://x/%s\" Target=\"http://example.org/x\" TargetMode=\"External\"/></Relationships>";

        refused(word(Map.of("word/_rels/settings.xml.rels", relation.formatted("attachedTemplate"))), "x.docx", "外部地址");
        assertThat(checked(word(Map.of("word/_rels/document.xml.rels", relation.formatted("hyperlink"))), "x.docx"))
                .isEqualTo("docx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Relationships><Relationship Type='http://x/attachedTemplate' Target='http://evil/hyperlink.dotm' TargetMode='External'/></Relationships>",
                "<p:Relationships xmlns:p='x'><p:Relationship Type='http://x/image' Target='http://evil/' TargetMode='External'/></p:Relationships>",
                "<Relationships><Relationship Id='a>b' Type='http://x/image' Target='http://evil/' TargetMode='External'/></Relationships>",
                "<Relationships><Relationship Type='http://x/image' Target='http://evil/' TargetMode='Ext&#101;rnal'/></Relationships>",
            })
    @DisplayName("a relation that fetches is refused however it is written")
    void fetchingInDisguise(String relations) throws IOException {
        refused(word(Map.of("word/_rels/settings.xml.rels", relations)), "x.docx", "外部地址");
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8));
        parts.put(
                "word/_rels/settings.xml.rels",
                ("\uFEFF<?xml version='1.0' encoding='UTF-16'?>" + relations).getBytes(StandardCharsets.UTF_16BE));
        refused(archiveOf(parts), "x.docx", "外部地址");
    }

    @Test
    @DisplayName("a document type that could fetch is refused")
    void documentType() throws IOException {
        refused(word(Map.of(RELATIONS, "<!DOCTYPE x SYSTEM \"http://example.org\"><Relationships/>")), "x.docx", "完整");
    }

    @Test
    @DisplayName("an archive that bursts is refused without being unpacked")
    void bomb() throws IOException {
        refused(word(Map.of("word/media/a.xml", "0".repeat(40 << 20))), "x.docx", "解压后过大");
    }

    @Test
    @DisplayName("scripts and actions of a PDF are refused")
    void pdfActions() throws IOException {
        refused(
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "x.pdf",
                "脚本");
        refused(pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())), "x.pdf", "脚本");
    }

    @Test
    @DisplayName("files inside of a PDF are refused")
    void pdfFiles() throws IOException {
        refused(
                pdf(document -> {
                    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
                    document.getDocumentCatalog().setNames(names);
                }),
                "x.pdf",
                "嵌有");
    }

    @Test
    @DisplayName("what stands directly in an array, or a file without its type, is found too")
    void pdfInDisguise() throws IOException {
        COSDictionary action = new COSDictionary();
        action.setItem(COSName.S, COSName.getPDFName("Launch"));
        action.setDirect(true);
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.A, action);
        annotation.setDirect(true);
        COSArray annotations = new COSArray();
        annotations.add(annotation);
        refused(
                pdf(document -> document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations)),
                "x.pdf",
                "脚本");

        COSDictionary file = new COSDictionary();
        file.setItem(COSName.EF, new COSDictionary());
        refused(pdf(document -> document.getPage(0).getCOSObject().setItem(COSName.FS, file)), "x.pdf", "嵌有");
    }

    @Test
    @DisplayName("a PDF that asks for a password can not be reviewed")
    void pdfLocked() throws IOException {
        refused(
                pdf(document -> {
                    try {
                        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                "x.pdf",
                "打开密码");
    }

    @Test
    @DisplayName("a file that is two things at once is refused")
    void twoInOne() throws IOException {
        byte[] pdf = pdf(document -> {});
        refused(joined(pdf, archive(Map.of("a", "b"))), "x.pdf", "另一种文件");
        refused(
                joined("%PDF-1.7\n<script>alert(1)</script>\n".getBytes(StandardCharsets.US_ASCII), pdf),
                "x.pdf",
                "另一种文件");
    }

    @Test
    @DisplayName("a cut-off PDF is refused")
    void cutOff() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/samples/materials/application-form.pdf"));
        refused(Arrays.copyOf(whole, 40), "x.pdf", "完整");
    }

    private void refused(byte[] content, String name, String words) {
        assertThatThrownBy(() -> checked(content, name))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private String checked(byte[] content, String name) throws IOException {
        Path file = Files.createTempFile(folder, "upload", "");
        Files.write(file, content);
        return new Inspection().check(file, new FileFormat().of(file, name));
    }

    private static byte[] word(Map<String, String> further) throws IOException {
        Map<String, String> parts = new TreeMap<>(further);
        parts.put("[Content_Types].xml", TYPES);
        parts.put("word/document.xml", "<w:document xmlns:w=\"w\"/>");
        return archive(parts);
    }

    private static byte[] archive(Map<String, String> parts) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return archiveOf(bytes);
    }

    private static byte[] archiveOf(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] pdf(Consumer<PDDocument> change) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] joined(byte[] front, byte[] back) {
        byte[] all = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, all, front.length, back.length);
        return all;
    }
}
