package cn.gdpilot.domain.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.pilot.PilotList.Trouble;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Earlier years' lists as people send them: what fits is read, what does not is told with its line. */
class PilotListTest {

    private static final String HEADS = "序号,项目名称,申报单位,统一社会信用代码,公布日期\n";

    @Test
    @DisplayName(
            "R2.5 a .csv in UTF-8 with a mark or in GB18030 is read, dates in four ways, the term two years unless given")
    void csv() {
        String text = HEADS + line(1, "2024-01-05") + line(2, "2024/1/5") + line(3, "2024年1月5日") + line(4, "20240105");

        for (byte[] file : new byte[][] {
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("GB18030"))
        }) {
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
        String text = HEADS + line(1, "2024-01-05") + "2,项目,单位,123,2024-01-05\n" + line(3, "去年") + "4,=1+1,单位,"
                + code(4) + ",2024-01-05\n,,,,\n" + "5,,单位," + code(5) + ",2024-01-05\n";

        PilotList list = PilotList.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(list.entries()).hasSize(1);
        assertThat(list.troubles()).extracting(Trouble::line).containsExactly(3, 4, 5, 7);
    }

    @Test
    @DisplayName("R2.5 结束日期 is the last day of the term, as our announcements print it; 期满日期 the first day after")
    void ends() {
        String row = "示例项目,示例单位," + code(1) + ",2024-01-05,";

        assertThat(ends("期满日期", row + "2026-01-05")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(ends("结束日期", row + "2026-01-04")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(ends("试点结束日期", row + "2026年1月4日")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(ends("结束日期", row)).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    private static LocalDate ends(String head, String row) {
        String text = "项目名称,申报单位,统一社会信用代码,开始日期," + head + "\n" + row + "\n";
        return PilotList.read(text.getBytes(StandardCharsets.UTF_8))
                .entries()
                .get(0)
                .endsOn();
    }

    @Test
    @DisplayName("a blank line counts: what does not fit is told by the line that the person sees")
    void blankLines() {
        String text = "\n" + HEADS + "\n\n" + line(1, "去年") + "\n" + line(2, "2024-01-05");

        PilotList list = PilotList.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(list.troubles()).extracting(Trouble::line).containsExactly(5);
        assertThat(list.entries()).extracting(PilotList.Entry::line).containsExactly(7);
    }

    @Test
    @DisplayName(
            "an .xlsx whose cells do not say where they stand is read in their order; a merge without its range is refused in words")
    void xlsxWithoutPlaces() throws IOException {
        byte[] file = workbook(sheet -> {
            heads(sheet.createRow(0));
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("项目");
            row.createCell(1).setCellValue("单位");
            row.createCell(2).setCellValue(code(1));
            row.createCell(3).setCellValue("2024-01-05");
            sheet.addMergedRegion(new CellRangeAddress(5, 6, 0, 0));
        });

        PilotList list = PilotList.read(changed(file, "<(c|row) r=\"[A-Z0-9]+\"", "<$1"));

        assertThat(list.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(2);
            assertThat(entry.applicant()).isEqualTo("单位");
        });
        byte[] broken = changed(file, " ref=\"A6:A7\"", "");
        assertThatThrownBy(() -> PilotList.read(broken)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("what of an .xlsx is not read is told: lines beyond the most, and a further sheet unless it is empty")
    void unread() throws IOException {
        byte[] file = workbook(sheet -> {
            heads(sheet.createRow(0));
            sheet.createRow(100_000).createCell(0).setCellValue("太远");
            sheet.getWorkbook().createSheet("空表");
            sheet.getWorkbook().createSheet("续表").createRow(0).createCell(0).setCellValue("项目名称");
        });

        assertThat(PilotList.read(file).unread())
                .hasSize(2)
                .anyMatch(one -> one.contains("100000 行"))
                .anyMatch(one -> one.contains("续表"));
    }

    /** The workbook with its first sheet's text changed. */
    private static byte[] changed(byte[] workbook, String pattern, String by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().endsWith("sheet1.xml")
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replaceAll(pattern, by)
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
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
    @DisplayName(
            "an .xlsx: a title above the heads, true dates and shared texts are read; merged cells and formulas are told")
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
    @DisplayName("an .xlsx of twenty thousand lines is read as a stream, line by line")
    void largeWorkbook() throws IOException {
        byte[] file = workbook(new SXSSFWorkbook(null, 100, false, true), sheet -> {
            heads(sheet.createRow(0));
            for (int i = 1; i <= 20_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("往年项目" + i);
                row.createCell(1).setCellValue("往年单位" + i);
                row.createCell(2).setCellValue(code(i));
                row.createCell(3).setCellValue("2019-01-05");
            }
        });

        PilotList list = PilotList.read(file);

        assertThat(list.entries()).hasSize(20_000);
        assertThat(list.troubles()).isEmpty();
    }

    private static byte[] workbook(Consumer<Sheet> filler) throws IOException {
        return workbook(new XSSFWorkbook(), filler);
    }

    private static byte[] workbook(Workbook empty, Consumer<Sheet> filler) throws IOException {
        try (empty;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filler.accept(empty.createSheet());
            empty.write(bytes);
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
