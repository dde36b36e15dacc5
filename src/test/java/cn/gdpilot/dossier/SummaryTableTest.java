package cn.gdpilot.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.audit.RecordAnchors.Anchor;
import cn.gdpilot.dossier.SummaryTable.Line;
import cn.gdpilot.dossier.store.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have typed arrives in Excel as they typed it. */
class SummaryTableTest {

    private static final int FIRST_PROJECT = 3;
    private static final int NAME = 2;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @DisplayName("text that looks like a formula or a number stays text")
    @ValueSource(strings = {"=1+1", "+86 20 1234", "@SUM(A1)", "-3", "007", "2026/12/8", "=HYPERLINK(\"http://example.org\")"})
    void staysText(String name) throws IOException {
        FileStore store = FileStore.in(folder);
        String sha = new SummaryTable(store)
                .make("表", "单位", List.of(new Line("GD-1", name, "申报单位", "91440101MA00000000", "新技术类", "T01", "联系人", "+86 20")), new Anchor(7, "ab"));

        try (Workbook book = WorkbookFactory.create(store.content(sha).getInputStream())) {
            Cell cell = book.getSheetAt(0).getRow(FIRST_PROJECT).getCell(NAME);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(name);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }
}
