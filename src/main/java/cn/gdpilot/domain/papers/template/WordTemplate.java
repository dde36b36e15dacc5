package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * A Word template: {{word}}, {{@picture}}, {{?list}} … {{/list}} for passages, and for tables a row whose first cell
 * begins with {{list}} and whose cells name [column]s.
 */
final class WordTemplate implements Template {

    private static final int PICTURE_PIXELS = 113;
    private static final Pattern ESCAPED_TAG = Pattern.compile("\\{\\{");

    private final byte[] content;
    private final Configure engine;

    private WordTemplate(byte[] content, Configure engine) {
        this.content = content;
        this.engine = engine;
    }

    /**
     * Reads a template.
     *
     * @throws BrokenTemplate naming the first tag that is not understood
     */
    static WordTemplate read(byte[] content, Scope scope) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            int seen = 0;
            seen += check(document.getBodyElements(), scope);
            for (var header : document.getHeaderList()) {
                seen += check(header.getBodyElements(), scope);
            }
            for (var footer : document.getFooterList()) {
                seen += check(footer.getBodyElements(), scope);
            }
            if (seen != written(document)) {
                throw new BrokenTemplate("template.elsewhere");
            }
        } catch (IOException | POIXMLException e) {
            throw new BrokenTemplate("template.format", "docx");
        }
        return new WordTemplate(content, engine(scope));
    }

    @Override
    public byte[] fill(Facts facts) {
        Map<String, Object> plain = facts.plain(png -> Pictures.ofBytes(png, PictureType.PNG)
                .size(PICTURE_PIXELS, PICTURE_PIXELS)
                .create());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(content), engine)) {
            template.render(plain);
            RowCompany.keep(template.getXWPFDocument());
            template.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The engine looks names up and does nothing else: no paths, no properties of objects, no methods. */
    private static Configure engine(Scope scope) {
        ConfigureBuilder builder = Configure.builder()
                .buildGrammerRegex("[A-Za-z][A-Za-z0-9]*")
                .setRenderDataComputeFactory(model -> name -> ((Map<?, ?>) model.getRoot()).get(name));
        bindLists(builder, scope);
        return builder.build();
    }

    private static void bindLists(ConfigureBuilder builder, Scope scope) {
        scope.lists().forEach((name, list) -> {
            builder.bind(name, new LoopRowTableRenderPolicy(true));
            bindLists(builder, list);
        });
    }

    /** The number of tags, all checked. */
    private static int check(List<IBodyElement> elements, Scope scope) {
        TagCheck check = new TagCheck(scope);
        int seen = elements(elements, check);
        check.end();
        return seen;
    }

    private static int elements(List<IBodyElement> elements, TagCheck check) {
        int seen = 0;
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                check.text(text(paragraph));
                seen += count(text(paragraph));
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    seen += row(row, check);
                }
            }
        }
        return seen;
    }

    private static int row(XWPFTableRow row, TagCheck check) {
        List<String> cells =
                row.getTableCells().stream().map(WordTemplate::text).toList();
        String list = check.listOf(cells);
        if (list != null) {
            check.row(list, cells);
            return cells.stream().mapToInt(WordTemplate::count).sum();
        }
        int seen = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            seen += elements(cell.getBodyElements(), check);
        }
        return seen;
    }

    private static String text(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(WordTemplate::text).collect(Collectors.joining("\n"));
    }

    private static String text(XWPFParagraph paragraph) {
        return paragraph.getText();
    }

    private static int count(String text) {
        return (int) ESCAPED_TAG.matcher(text).results().count();
    }

    /** Tags anywhere in the file: those in text boxes or notes are not filled, so they must not be there. */
    private static int written(XWPFDocument document) throws IOException {
        int written = 0;
        try {
            for (var part : document.getPackage().getParts()) {
                if (part.getPartName().getName().startsWith("/word/")
                        && part.getContentType().endsWith("xml")) {
                    try (var stream = part.getInputStream()) {
                        String xml = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                        written += count(xml.replaceAll("</(?:\\w+:)?p>", "\n").replaceAll("<[^>]*>", ""));
                    }
                }
            }
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new BrokenTemplate("template.format", "docx");
        }
        return written;
    }
}
