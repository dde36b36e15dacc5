package cn.gdpilot.domain.files.inspection;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R2.13: what a .pdf may do, fetch or lead to when it is opened. */
class PdfContentsTest {

    private static final String ITSELF = "自动动作";
    private static final String ELSEWHERE = "其他文件、本机或共享目录";
    private static final String HIDDEN = "嵌有";
    private static final String SHARE = "\\\\server\\share\\x.pdf";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} → refused")
    @MethodSource
    @DisplayName("R2.13 .pdf that starts, fetches or leads elsewhere → refused")
    void refused(String what, Consumer<PDDocument> change, String words) throws IOException {
        pdf(change).isRefused(words);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("web page on opening", catalog("OpenAction", webPage()), ITSELF),
                arguments("share on opening", catalog("OpenAction", uri(SHARE)), ITSELF),
                arguments("print on opening", catalog("OpenAction", action("Named", "N", name("Print"))), ITSELF),
                arguments("web page after a jump", catalog("OpenAction", action("GoTo", "Next", webPage())), ITSELF),
                arguments(
                        "web page in a list after a jump",
                        catalog("OpenAction", action("GoTo", "Next", list(action("GoTo"), webPage()))),
                        ITSELF),
                arguments("web page on printing", catalog("AA", dictionary("WP", webPage())), ITSELF),
                arguments("web page on turning to a page", page("AA", dictionary("O", webPage())), ITSELF),
                arguments("web page on pointing", annotation("AA", dictionary("E", webPage())), ITSELF),
                arguments("web page on leaving a field", field("AA", dictionary("Bl", webPage())), ITSELF),
                arguments(
                        "form sent", annotation("A", action("SubmitForm", "F", text("https://example.org/"))), ITSELF),
                arguments("data fetched", annotation("A", action("ImportData", "F", text("x.fdf"))), ITSELF),
                arguments("program started", annotation("A", action("Launch", "F", text("cmd.exe"))), ITSELF),
                arguments("program in an outline", outline(action("Launch", "F", text("cmd.exe"))), ITSELF),
                arguments("media played", annotation("A", action("Rendition")), ITSELF),
                arguments("rich media steered", annotation("A", action("RichMediaExecute")), ITSELF),
                arguments("script in the list of names", catalog("Names", dictionary("JavaScript", list())), ITSELF),
                arguments("script of a field", field("AA", dictionary("K", action("JavaScript"))), ITSELF),
                arguments("other file by click", annotation("A", action("GoToR", "F", text("x.pdf"))), ELSEWHERE),
                arguments("other file in an outline", outline(action("GoToR", "F", text(SHARE))), ELSEWHERE),
                arguments("file within by click", annotation("A", action("GoToE")), ELSEWHERE),
                arguments("other file's article", annotation("A", action("Thread", "F", text("x.pdf"))), ELSEWHERE),
                arguments("share by click", annotation("A", uri(SHARE)), ELSEWHERE),
                arguments("share in the web's way by click", annotation("A", uri("//server/share")), ELSEWHERE),
                arguments("own disc by click", annotation("A", uri("file:///C:/x.exe")), ELSEWHERE),
                arguments("own disc in disguise", annotation("A", uri("FI\nLE:///C:/x.exe")), ELSEWHERE),
                arguments("script by click", annotation("A", uri("javascript:alert(1)")), ELSEWHERE),
                arguments("own disc in the former link", annotation("PA", uri("file://server/x")), ELSEWHERE),
                arguments("links from a share on", catalog("URI", dictionary("Base", text(SHARE))), ELSEWHERE),
                arguments("named file", catalog("X", dictionary("UF", text("x.pdf"))), ELSEWHERE),
                arguments("stream in another file", content("F", text("x.bin")), ELSEWHERE),
                arguments("page of another file", content("Ref", dictionary("F", text(SHARE))), ELSEWHERE),
                arguments("rich media", annotation("Subtype", name("RichMedia")), HIDDEN),
                arguments("film", annotation("Subtype", name("Movie")), HIDDEN),
                arguments("space model", annotation("Subtype", name("3D")), HIDDEN),
                arguments("attached file", annotation("Subtype", name("FileAttachment")), HIDDEN),
                arguments("form of the former kind", catalog("AcroForm", dictionary("XFA", list())), HIDDEN));
    }

    @ParameterizedTest(name = "{0} → accepted")
    @MethodSource
    @DisplayName("R2.13 .pdf with ordinary links → accepted")
    void accepted(String what, Consumer<PDDocument> change) throws IOException {
        pdf(change).passes();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("web page by click", annotation("A", webPage())),
                arguments("web page in an outline", outline(webPage())),
                arguments("mailbox by click", annotation("A", uri("mailto:office@example.org"))),
                arguments("jump by click", annotation("A", action("GoTo"))),
                arguments("jump on opening", catalog("OpenAction", action("GoTo"))),
                arguments("first page on opening", catalog("OpenAction", list(name("Fit")))),
                arguments("typeface called AA", page("Font", dictionary("AA", dictionary("D", dictionary())))));
    }

    private InspectedFile pdf(Consumer<PDDocument> change) throws IOException {
        Path file = folder.resolve("x.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(file.toFile());
        }
        return new InspectedFile(file, "pdf");
    }

    private static Consumer<PDDocument> catalog(String key, COSBase value) {
        return document -> document.getDocumentCatalog().getCOSObject().setItem(key, value);
    }

    private static Consumer<PDDocument> page(String key, COSBase value) {
        return document -> document.getPage(0).getCOSObject().setItem(key, value);
    }

    private static Consumer<PDDocument> annotation(String key, COSBase value) {
        return page("Annots", list(dictionary("Subtype", name("Link"), key, value)));
    }

    private static Consumer<PDDocument> field(String key, COSBase value) {
        return catalog("AcroForm", dictionary("Fields", list(dictionary("FT", name("Tx"), key, value))));
    }

    private static Consumer<PDDocument> outline(COSBase action) {
        return catalog("Outlines", dictionary("First", dictionary("Title", text("x"), "A", action)));
    }

    private static Consumer<PDDocument> content(String key, COSBase value) {
        return document -> {
            COSStream stream = document.getDocument().createCOSStream();
            stream.setItem(key, value);
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        };
    }

    private static COSDictionary action(String kind) {
        return dictionary("S", name(kind));
    }

    private static COSDictionary action(String kind, String key, COSBase value) {
        return dictionary("S", name(kind), key, value);
    }

    /** Made anew: PDFBox notes in an object which file it has been written to. */
    private static COSDictionary webPage() {
        return uri("https://www.example.org/");
    }

    private static COSDictionary uri(String target) {
        return action("URI", "URI", text(target));
    }

    private static COSDictionary dictionary() {
        return new COSDictionary();
    }

    private static COSDictionary dictionary(String key, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(key, value);
        return dictionary;
    }

    private static COSDictionary dictionary(String key, COSBase value, String second, COSBase further) {
        COSDictionary dictionary = dictionary(key, value);
        dictionary.setItem(second, further);
        return dictionary;
    }

    private static COSArray list(COSBase... values) {
        COSArray list = new COSArray();
        Stream.of(values).forEach(list::add);
        return list;
    }

    private static COSName name(String name) {
        return COSName.getPDFName(name);
    }

    private static COSString text(String text) {
        return new COSString(text);
    }
}
