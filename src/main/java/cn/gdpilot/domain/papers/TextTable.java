package cn.gdpilot.domain.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A table of an overview as .xlsx: every cell is text, whatever it looks like. */
public final class TextTable {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 22;

    private TextTable() {}

    /**
     * A sheet of a table.
     *
     * @param name  its name on the tab; null = the program's own
     * @param heads first row
     * @param rows  the others
     */
    public record Sheet(String name, List<String> heads, List<List<String>> rows) {}

    /** The table on its way to a browser. */
    public static ResponseEntity<byte[]> download(String fileName, List<String> heads, List<List<String>> rows) {
        return download(fileName, List.of(new Sheet(null, heads, rows)));
    }

    /** The same with several sheets. */
    public static ResponseEntity<byte[]> download(String fileName, List<Sheet> sheets) {
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(of(sheets));
    }

    static byte[] of(List<Sheet> sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle bold = style(book, true);
            CellStyle plain = style(book, false);
            for (Sheet sheet : sheets) {
                fill(sheet.name() == null ? book.createSheet() : book.createSheet(sheet.name()), sheet, bold, plain);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XSSFSheet page, Sheet sheet, CellStyle bold, CellStyle plain) {
        write(page.createRow(0), bold, sheet.heads());
        for (List<String> row : sheet.rows()) {
            write(page.createRow(page.getLastRowNum() + 1), plain, row);
        }
        page.createFreezePane(0, 1);
        for (int column = 0; column < sheet.heads().size(); column++) {
            page.setColumnWidth(column, WIDTH * 256);
        }
    }

    private static void write(Row row, CellStyle style, List<String> cells) {
        for (String text : cells) {
            var cell = row.createCell(Math.max(row.getLastCellNum(), 0));
            cell.setCellValue(text);
            cell.setCellStyle(style);
        }
    }

    private static CellStyle style(XSSFWorkbook book, boolean bold) {
        CellStyle style = book.createCellStyle();
        // "@" is text, and the quote prefix keeps it text when somebody edits the cell.
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
        style.setWrapText(true);
        Font font = book.createFont();
        font.setBold(bold);
        style.setFont(font);
        return style;
    }
}
