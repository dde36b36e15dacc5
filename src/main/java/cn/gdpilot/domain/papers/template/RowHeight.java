package cn.gdpilot.domain.papers.template;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/** How high a row must be for its longest text: not every program works it out when it opens a file. */
final class RowHeight {

    private static final double LINE = 1.35;
    private static final float HIGHEST = 409;
    private static final int UNITS_A_LETTER = 256;
    private static final int LAST_NARROW = 0x2e7f;

    private RowHeight() {}

    /** Makes the row as high as its text needs, and not lower than {@code least} points. */
    static void fit(Row row, float least) {
        float height = least;
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
                int points = row.getSheet()
                        .getWorkbook()
                        .getFontAt(cell.getCellStyle().getFontIndex())
                        .getFontHeightInPoints();
                height = Math.max(height, (float) (lines(cell) * points * LINE));
            }
        }
        row.setHeightInPoints(Math.min(height, HIGHEST));
    }

    private static int lines(Cell cell) {
        double letters =
                Math.max(1, cell.getSheet().getColumnWidth(cell.getColumnIndex()) / (double) UNITS_A_LETTER - 1);
        return cell.getStringCellValue()
                .lines()
                .mapToInt(line -> (int) Math.ceil(Math.max(1, width(line)) / letters))
                .sum();
    }

    /** In letters; a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(character -> character > LAST_NARROW ? 2 : 1)
                .sum();
    }
}
