package cn.gdpilot.domain.papers.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.papers.print.PrintFixture;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages that officers write themselves: what the template check lets through can be printed. */
class PageTemplateTest {

    private static final String HEAD = "<html><head><meta charset=\"utf-8\"/><title>t</title></head><body>";

    @Test
    @DisplayName("template without a namespace → the filled page is XML and can be printed")
    void withoutNamespace() throws Exception {
        byte[] filled = filled(HEAD + "<p>{{number}}<br/>second line</p></body></html>");

        assertThat(new String(filled, StandardCharsets.UTF_8)).contains("<br/>").doesNotContain("<META", "<?xml");
        try (PDDocument pdf =
                Loader.loadPDF(PrintFixture.printer().printPage(new String(filled, StandardCharsets.UTF_8)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("GD2026-1", "second line");
        }
    }

    @Test
    @DisplayName("table with a cell over several rows → its body is not divided; others are")
    void cellOverRows() {
        String rows = "<table><tbody><tr><td>1</td></tr><tr><td%s>2</td></tr><tr><td>3</td></tr></tbody></table>";

        assertThat(bodies(rows.formatted(" rowspan=\"2\""))).isEqualTo(1);
        assertThat(bodies(rows.formatted(""))).isEqualTo(2);
    }

    private static int bodies(String table) {
        return new String(filled(HEAD + table + "</body></html>"), StandardCharsets.UTF_8).split("<tbody", -1).length
                - 1;
    }

    private static byte[] filled(String page) {
        return PageTemplate.read(page.getBytes(StandardCharsets.UTF_8), new DocumentWords().of("application-form"))
                .fill(new Facts().word("number", "GD2026-1"));
    }
}
