package cn.gdpilot.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import cn.gdpilot.audit.RecordAnchors;
import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.wording.Texts;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The summary table (推荐汇总表) of a signed list, as .xlsx on A4 landscape; every cell is text. */
@Component
public class SummaryTable {

    private static final long LIMIT_BYTES = 20L * 1024 * 1024;
    private static final int[] WIDTHS = {8, 18, 40, 34, 24, 12, 10, 14, 18};
    private static final int HEAD_ROW = 2;

    private final FileStore store;

    SummaryTable(FileStore store) {
        this.store = store;
    }

    /**
     * Makes the table and keeps it in the store.
     *
     * @param title round and unit, as they head the table
     * @param unit  name of the unit that recommends
     * @param lines the projects in order of priority
     * @param record where the record ends now
     * @return the key of the file in the store
     */
    public String make(String title, String unit, List<Line> lines, RecordAnchors.Anchor record) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet(Texts.of("summary.sheet"));
            head(book, sheet, title, unit);
            CellStyle cell = bordered(book, false);
            for (int i = 0; i < lines.size(); i++) {
                row(sheet, HEAD_ROW + 1 + i, cell, lines.get(i).cells(i + 1));
            }
            foot(sheet, HEAD_ROW + 2 + lines.size(), record);
            page(sheet);
            book.write(out);
            return store.keep(new ByteArrayInputStream(out.toByteArray()), LIMIT_BYTES).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same table for the printer. */
    public static Printed sheet(String title, String unit, List<Line> lines, RecordAnchors.Anchor record) {
        List<String[]> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(line.cells(rows.size() + 1));
        }
        return new Printed(
                title,
                unit,
                Texts.words("summary.heads"),
                rows,
                Texts.of("summary.seal"),
                Texts.of("summary.record", String.valueOf(record.seq()), record.hash()));
    }

    private static void head(XSSFWorkbook book, Sheet sheet, String title, String unit) {
        CellStyle large = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 18);
        large.setFont(font);
        large.setAlignment(HorizontalAlignment.CENTER);
        Row first = sheet.createRow(0);
        first.setHeightInPoints(32);
        Cell heading = first.createCell(0);
        heading.setCellValue(title);
        heading.setCellStyle(large);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, WIDTHS.length - 1));
        sheet.createRow(1).createCell(0).setCellValue(Texts.of("summary.unit", unit));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, WIDTHS.length - 1));
        row(sheet, HEAD_ROW, bordered(book, true), Texts.words("summary.heads").toArray(String[]::new));
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
    }

    /** Place for the seal, and on paper, out of the database's reach, where the record ended when the list was signed. */
    private static void foot(Sheet sheet, int at, RecordAnchors.Anchor record) {
        sheet.createRow(at).createCell(0).setCellValue(Texts.of("summary.seal"));
        sheet.addMergedRegion(new CellRangeAddress(at, at, 0, WIDTHS.length - 1));
        sheet.createRow(at + 1).createCell(0).setCellValue(Texts.of("summary.record", String.valueOf(record.seq()), record.hash()));
        sheet.addMergedRegion(new CellRangeAddress(at + 1, at + 1, 0, WIDTHS.length - 1));
    }

    private static void page(Sheet sheet) {
        sheet.setRepeatingRows(CellRangeAddress.valueOf((HEAD_ROW + 1) + ":" + (HEAD_ROW + 1)));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setCenter(Texts.of("summary.page", "&P", "&N"));
    }

    private static void row(Sheet sheet, int at, CellStyle style, String... cells) {
        Row row = sheet.createRow(at);
        for (int column = 0; column < cells.length; column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(cells[column]);
            cell.setCellStyle(style);
        }
    }

    private static CellStyle bordered(XSSFWorkbook book, boolean bold) {
        CellStyle style = book.createCellStyle();
        // "@" is text, and the quote prefix keeps it text when somebody edits the cell.
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        Font font = book.createFont();
        font.setBold(bold);
        style.setFont(font);
        return style;
    }

    /**
     * The table as it is printed.
     *
     * @param title  heading
     * @param unit   who recommends
     * @param heads  heads of the columns
     * @param rows   projects in order of priority
     * @param seal   place for signature and seal
     * @param record where the record ended at signing
     */
    public record Printed(String title, String unit, List<String> heads, List<String[]> rows, String seal, String record) {}

    /**
     * One project of the table.
     *
     * @param number     application number
     * @param project    project's name
     * @param applicant  applicant's name
     * @param creditCode its code
     * @param category   category
     * @param direction  code of the direction
     * @param contact    contact person
     * @param phone      contact's phone
     */
    public record Line(
            String number,
            String project,
            String applicant,
            String creditCode,
            String category,
            String direction,
            String contact,
            String phone) {

        String[] cells(int place) {
            return new String[] {
                String.valueOf(place), number, project, applicant, creditCode, category, direction, contact, phone
            };
        }
    }
}
