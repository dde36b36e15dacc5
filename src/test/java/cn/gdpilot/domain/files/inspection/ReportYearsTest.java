package cn.gdpilot.domain.files.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportYearsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            value = {
                "某公司 2024 年度 审计报告                  | 2024",
                "二〇二四年度财务报表                        | 2024",
                "截至二○二三年十二月三十一日                 | 2023",
                "2024年12月31日及2023年12月31日的资产负债表   | 2024",
                "２０２４年１２月３１日                       | 2024",
                "报告日期：2025年4月20日                      | ",
                "第2024号                                     | "
            },
            delimiter = '|')
    @DisplayName("R2.13 text of a report → the latest year whose accounts it names")
    void text(String text, Integer year) {
        assertThat(ReportYears.in(text)).isEqualTo(Optional.ofNullable(year));
    }

    @Test
    @DisplayName("R2.13 PDF: year on the third page → read; on the fourth → not read")
    void pages() throws IOException {
        assertThat(new ReportYears().of(pdf("一", "二", "2024年度审计报告"), "pdf")).contains(2024);
        assertThat(new ReportYears().of(pdf("一", "二", "三", "2024年度审计报告"), "pdf"))
                .isEmpty();
    }

    @Test
    @DisplayName("R2.13 docx: year divided by markup → read")
    void word() throws IOException {
        Path file = folder.resolve("report.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:t>2024</w:t><w:t>年度</w:t>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new ReportYears().of(file, "docx")).contains(2024);
    }

    @Test
    @DisplayName("R2.13 file that cannot be read → no year, no failure")
    void broken() throws IOException {
        assertThat(new ReportYears().of(Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7"), "pdf"))
                .isEmpty();
    }

    private Path pdf(String... pages) throws IOException {
        Path file = Files.createTempFile(folder, "report", ".pdf");
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, Files.newInputStream(font()), true);
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static Path font() throws IOException {
        try (var fonts = Files.walk(Path.of("target/classes"))) {
            return fonts.filter(file -> file.toString().endsWith(".ttf"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
