package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An Excel template: {{word}} in cells, and a row whose first cell begins with {{list}} and whose cells name [column]s.
 * Whatever is filled in arrives as text, also what looks like a formula or a number.
 */
final class ExcelTemplate implements Template {

    private static final Pattern NAMED = Pattern.compile("\\{\\{(\\w+)}}|\\[(\\w+)]");
    private static final int LONGEST = 32_767;

    private final byte[] content;

    private ExcelTemplate(byte[] content) {
        this.content = content;
    }

    /**
     * Reads a template.
     *
     * @throws BrokenTemplate naming the first cell or tag that is not understood
     */
    static ExcelTemplate read(byte[] content, Scope scope) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            book.getAllNames().stream()
                    .filter(name -> !name.getNameName().matches("(?i)(_xlnm\\.)?(Print_Titles|Print_Area)"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new BrokenTemplate("template.name", name.getNameName());
                    });
            book.forEach(sheet -> check(sheet, scope));
        } catch (IOException | POIXMLException e) {
            throw new BrokenTemplate("template.format", "xlsx");
        }
        return new ExcelTemplate(content);
    }

    @Override
    public byte[] fill(Facts facts) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.forEach(sheet -> fill(sheet, facts));
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Sheet sheet, Scope scope) {
        TagCheck check = new TagCheck(scope);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    throw new BrokenTemplate(
                            "template.formula", cell.getAddress().formatAsString());
                }
            }
            List<String> cells = texts(row);
            String list = cells.isEmpty() ? null : check.listOf(cells);
            if (list != null) {
                check.row(list, cells);
            } else {
                cells.forEach(check::text);
            }
        }
        check.end();
    }

    private static void fill(Sheet sheet, Facts facts) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        // From below, so that what moves has been filled already.
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            String list = facts.lists().keySet().stream()
                    .filter(name -> texts(row).stream().anyMatch(text -> text.startsWith("{{" + name + "}}")))
                    .findFirst()
                    .orElse(null);
            if (list == null) {
                row.forEach(cell -> fill(cell, text -> filled(text, facts.words(), Map.of())));
            } else {
                lines(sheet, row, list, facts);
            }
        }
    }

    private static void lines(Sheet sheet, Row pattern, String list, Facts facts) {
        List<Facts> lines = facts.lists().get(list);
        int first = pattern.getRowNum();
        if (lines.size() > 1 && sheet.getLastRowNum() > first) {
            sheet.shiftRows(first + 1, sheet.getLastRowNum(), lines.size() - 1, true, false);
        }
        List<String> texts = texts(pattern);
        for (int i = 1; i < lines.size(); i++) {
            Row row = sheet.createRow(first + i);
            for (Cell cell : pattern) {
                Cell copy = row.createCell(cell.getColumnIndex());
                copy.setCellStyle(cell.getCellStyle());
                line(copy, texts.get(cell.getColumnIndex()), list, facts, lines.get(i));
            }
            RowHeight.fit(row, pattern.getHeightInPoints());
        }
        for (Cell cell : pattern) {
            if (lines.isEmpty()) {
                cell.setBlank();
            } else {
                line(cell, texts.get(cell.getColumnIndex()), list, facts, lines.get(0));
            }
        }
        RowHeight.fit(pattern, pattern.getHeightInPoints());
    }

    private static void line(Cell cell, String text, String list, Facts facts, Facts line) {
        String own = text.startsWith("{{" + list + "}}") ? text.substring(list.length() + 4) : text;
        set(cell, filled(own, facts.words(), line.words()));
    }

    private static void fill(Cell cell, UnaryOperator<String> words) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains("{{")) {
            set(cell, words.apply(cell.getStringCellValue()));
        }
    }

    /** As text; "quote prefix" in the template's style keeps it text when somebody edits the cell. */
    private static void set(Cell cell, String text) {
        cell.setCellValue(text.substring(0, Math.min(text.length(), LONGEST)));
    }

    /** In one pass, so that words which look like tags stay words. */
    private static String filled(String text, Map<String, String> words, Map<String, String> line) {
        Matcher named = NAMED.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (named.find()) {
            String value = named.group(1) != null
                    ? words.getOrDefault(named.group(1), "")
                    : line.getOrDefault(named.group(2), words.getOrDefault(named.group(2), named.group()));
            named.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return named.appendTail(filled).toString();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            Cell cell = row.getCell(i);
            texts.add(cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue());
        }
        return texts;
    }
}
