package cn.gdpilot.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A table of an overview as .xlsx: every cell is text, whatever it looks like. */
public final class TextTable {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 22;

    private TextTable() {}

    /** The table on its way to a browser. */
    public static ResponseEntity<byte[]> download(String fileName, List<String> heads, List<List<String>> rows) {
        ContentDisposition saved = ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(of(heads, rows));
    }

    static byte[] of(List<String> heads, List<List<String>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            write(sheet.createRow(0), style(book, true), heads);
            CellStyle plain = style(book, false);
            for (List<String> row : rows) {
                write(sheet.createRow(sheet.getLastRowNum() + 1), plain, row);
            }
            sheet.createFreezePane(0, 1);
            for (int column = 0; column < heads.size(); column++) {
                sheet.setColumnWidth(column, WIDTH * 256);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
