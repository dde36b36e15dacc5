package cn.gdpilot.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.project.PilotList.Trouble;
import cn.gdpilot.wording.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Earlier years' lists as people send them: what fits is read, what does not is told with its line. */
class PilotListTest {

    private static final String HEADS = "序号,项目名称,申报单位,统一社会信用代码,公布日期\n";

    @Test
    @DisplayName("R2.5 a .csv in UTF-8 with a mark or in GB18030 is read, dates in four ways, the term two years unless given")
    void csv() {
        String text = HEADS + line(1, "2024-01-05") + line(2, "2024/1/5") + line(3, "2024年1月5日") + line(4, "20240105");

        for (byte[] file : new byte[][] {("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("GB18030"))}) {
            PilotList list = PilotList.read(file);
            assertThat(list.troubles()).isEmpty();
            assertThat(list.entries()).hasSize(4).allSatisfy(entry -> {
                assertThat(entry.startsOn()).isEqualTo(LocalDate.of(2024, 1, 5));
                assertThat(entry.endsOn()).isEqualTo(LocalDate.of(2026, 1, 5));
            });
        }
    }

    @Test
    @DisplayName("a line that does not fit is told by its number, the others are read")
    void lines() {
        String text = HEADS + line(1, "2024-01-05") + "2,项目,单位,123,2024-01-05\n" + line(3, "去年") + "4,=1+1,单位," + code(4) + ",2024-01-05\n,,,,\n"
                + "5,,单位," + code(5) + ",2024-01-05\n";

        PilotList list = PilotList.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(list.entries()).hasSize(1);
        assertThat(list.troubles()).extracting(Trouble::line).containsExactly(3, 4, 5, 7);
    }

    @Test
    @DisplayName("a list without one of the columns is refused, naming what must be there; so is what is no table")
    void wrongColumns() {
        for (byte[] file : new byte[][] {
            "项目名称,单位名称,公布日期\nA,B,2024-01-05\n".getBytes(StandardCharsets.UTF_8),
            new byte[] {'P', 'K', 3, 4, 0, 0},
            new byte[] {(byte) 0xff, 0, 1, 2},
            "\"".getBytes(StandardCharsets.UTF_8)
        }) {
            assertThatThrownBy(() -> PilotList.read(file)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    @DisplayName("an .xlsx: a title above the heads, true dates and shared texts are read; merged cells and formulas are told")
    void xlsx() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("2023年试点项目名单");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            heads(sheet.createRow(1));
            for (int i = 2; i < 6; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("项目" + i);
                row.createCell(1).setCellValue("单位" + i);
                row.createCell(2).setCellValue(code(i));
                row.createCell(3).setCellValue(LocalDate.of(2024, 1, 5));
            }
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            sheet.getRow(5).getCell(0).setCellFormula("\"a\"&\"b\"");
        });

        PilotList list = PilotList.read(file);

        assertThat(list.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(3);
            assertThat(entry.startsOn()).isEqualTo(LocalDate.of(2024, 1, 5));
        });
        assertThat(list.troubles()).extracting(Trouble::line).containsExactly(4, 5, 6);
        assertThat(list.troubles().get(0).reason()).contains("合并单元格");
        assertThat(list.troubles().get(2).reason()).contains("公式");
    }

    @Test
    @DisplayName("an .xlsx of fifty thousand lines is read as a stream, line by line")
    void largeWorkbook() throws IOException {
        byte[] file = workbook(sheet -> {
            heads(sheet.createRow(0));
            for (int i = 1; i <= 50_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("往年项目" + i);
                row.createCell(1).setCellValue("往年单位" + i);
                row.createCell(2).setCellValue(code(i));
                row.createCell(3).setCellValue("2019-01-05");
            }
        });

        PilotList list = PilotList.read(file);

        assertThat(list.entries()).hasSize(50_000);
        assertThat(list.troubles()).isEmpty();
    }

    private static byte[] workbook(Consumer<Sheet> filler) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filler.accept(workbook.createSheet());
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void heads(Row row) {
        String[] heads = {"项目名称", "单位名称", "统一社会信用代码", "开始日期"};
        for (int i = 0; i < heads.length; i++) {
            row.createCell(i).setCellValue(heads[i]);
        }
    }

    private static String line(int number, String day) {
        return number + ",示例项目" + number + ",示例单位" + number + "," + code(number) + "," + day + "\n";
    }

    private static String code(int number) {
        String first17 = "91440101MA%07d".formatted(number);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
