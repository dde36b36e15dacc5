package cn.gdpilot.domain.papers.print;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.web.WritableText;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints papers as PDF. */
@Component
public class Printer {

    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // It tells of each font and style sheet that it reads; only what goes wrong is of use.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final PrintFont font;

    Printer(ITemplateEngine templates, PrintFont font) {
        this.templates = templates;
        this.font = font;
    }

    /**
     * Fills a template and prints it.
     *
     * @param template name below print/
     * @param content  what the template calls {@code it}
     * @return a PDF with its fonts inside; a character that the font lacks is printed as 〓 and named at the end
     */
    public byte[] print(String template, Object content) {
        Context words = new Context();
        words.setVariable("it", content);
        return printPage(readable(templates.process("print/" + template, words)));
    }

    /** Prints a page, XHTML, as it is; pictures must be in it. */
    public byte[] printPage(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(font::regular, PrintFont.FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(font::bold, PrintFont.FAMILY, BOLD, FontStyle.NORMAL, true)
                    // Pictures come with the page; nothing is fetched from anywhere.
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                    .withHtmlContent(WritableText.printable(page), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String readable(String page) {
        Set<Integer> missing = font.missing(page);
        if (missing.isEmpty()) {
            return page;
        }
        String named = missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
        LOG.warn("The font lacks {}: printed as a stand-in", named);
        String legible = page.codePoints()
                .mapToObj(character -> missing.contains(character) ? Glyphs.STAND_IN : Character.toString(character))
                .collect(Collectors.joining());
        return legible.replace("</body>", "<p class=\"missing\">" + Texts.of("print.missing", named) + "</p></body>");
    }
}
