package cn.gdpilot.domain.papers.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The receipt as PDF: no row stands alone on a page. */
class ReceiptPrintTest {

    private static final String HASH = "ff3effafff0884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0fff";

    @Test
    @DisplayName("receipt of any number of files → no row of a file stands alone on a page")
    void noLoneRow() throws IOException {
        for (int files = 2; files < 30; files++) {
            try (PDDocument receipt = printed(files)) {
                for (int page = 1; page <= receipt.getNumberOfPages(); page++) {
                    PDFTextStripper text = new PDFTextStripper();
                    text.setStartPage(page);
                    text.setEndPage(page);
                    assertThat(text.getText(receipt).split("material-", -1).length - 1)
                            .as("page %d of %d files", page, files)
                            .isNotEqualTo(1);
                }
            }
        }
    }

    private static PDDocument printed(int files) throws IOException {
        return Loader.loadPDF(PrintFixture.ofTemplates()
                .print(
                        "receipt",
                        new Content(
                                IntStream.range(0, files).mapToObj(File::new).toList())));
    }

    /** Words of the template. */
    public record Content(List<File> files) {
        public String number() {
            return "HZ-00000017";
        }

        public String applicationId() {
            return "GD2026-00017";
        }

        public int version() {
            return 1;
        }

        public String project() {
            return "某项目";
        }

        public String applicant() {
            return "某公司";
        }

        public String unit() {
            return "某单位";
        }

        public String arrivedAt() {
            return "2026年12月1日 10:20:30";
        }

        public String contentHash() {
            return HASH;
        }

        public String hash() {
            return HASH;
        }

        public String address() {
            return "https://example.cn/receipts?number=HZ-00000017";
        }

        public String qr() {
            return "data:image/png;base64,";
        }
    }

    /** A file on the receipt. */
    public record File(int no) {
        public String name() {
            return "material-" + no + ".pdf";
        }

        public String sha256() {
            return HASH;
        }
    }
}
