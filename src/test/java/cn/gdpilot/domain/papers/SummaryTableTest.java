package cn.gdpilot.domain.papers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.papers.SummaryTable.Line;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.DocumentsFixture;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.domain.record.RecordAnchors.Anchor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have typed arrives in Excel as they typed it, and the table keeps its form whatever its length. */
class SummaryTableTest {

    private static final int FIRST_PROJECT = 5;
    private static final int NAME = 2;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @DisplayName("text that looks like a formula, a number or a tag stays text")
    @ValueSource(
            strings = {
                "=1+1",
                "+86 20 1234",
                "@SUM(A1)",
                "-3",
                "007",
                "2026/12/8",
                "=HYPERLINK(\"http://example.org\")",
                "{{unit}}[number]",
                "𠮷㙍\uD86D\uDFFE"
            })
    void staysText(String name) throws IOException {
        try (Workbook book = made(List.of(line(1, name)))) {
            Cell cell = book.getSheetAt(0).getRow(FIRST_PROJECT).getCell(NAME);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(name);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    @DisplayName(
            "R4.2 2,000 projects in order; the place for the seal stands below them; heads are merged and repeated on A4 across")
    void long2000() throws IOException {
        try (Workbook book = made(IntStream.rangeClosed(1, 2000)
                .mapToObj(place -> line(place, "项目" + "长".repeat(place == 7 ? 500 : 3)))
                .toList())) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(text(sheet.getRow(FIRST_PROJECT + 1999), 0)).isEqualTo("2000");
            assertThat(text(sheet.getRow(FIRST_PROJECT + 6), NAME)).hasSize(502);
            assertThat(text(sheet.getRow(FIRST_PROJECT + 2001), 0))
                    .contains("公章")
                    .contains("签字");
            assertThat(text(sheet.getRow(FIRST_PROJECT + 2002), 0)).contains("第 7 条");
            assertThat(sheet.getMergedRegions())
                    .anySatisfy(region -> assertThat(region.getFirstRow()).isEqualTo(FIRST_PROJECT + 2001));
            assertThat(sheet.getMergedRegions())
                    .anySatisfy(region -> assertThat(region.formatAsString()).isEqualTo("D4:E4"));
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:5");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFooter().getCenter()).contains("&P").contains("&N");
        }
    }

    @Test
    @DisplayName("an empty list leaves an empty row and no tag")
    void empty() throws IOException {
        try (Workbook book = made(List.of())) {
            assertThat(text(book.getSheetAt(0).getRow(FIRST_PROJECT), 0)).isEmpty();
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell ->
                            assertThat(cell.toString()).doesNotContain("{{").doesNotContain("[")));
        }
    }

    private Workbook made(List<Line> lines) throws IOException {
        FileStore store = FileStore.in(folder);
        Documents documents = DocumentsFixture.shipped();
        String key = new SummaryTable(documents, DirectionsFixture.sample(), store)
                .make("表", "单位", lines, new Anchor(7, "ab"));
        Files.createDirectories(Path.of("target/papers"));
        Files.write(
                Path.of("target/papers/summary-" + lines.size() + ".xlsx"),
                store.content(key).getContentAsByteArray());
        return new XSSFWorkbook(new ByteArrayInputStream(store.content(key).getContentAsByteArray()));
    }

    private static Line line(int place, String name) {
        return new Line("GD-" + place, name, "申报单位", "91440101MA00000000", "新技术类", "T01", "联系人", "+86 20");
    }

    private static String text(Row row, int column) {
        return row.getCell(column).getStringCellValue();
    }
}
