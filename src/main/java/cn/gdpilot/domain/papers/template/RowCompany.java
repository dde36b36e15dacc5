package cn.gdpilot.domain.papers.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Keeps the rows of a filled paper's tables in company: no page ends so that a row of a longer table stands alone. */
final class RowCompany {

    private RowCompany() {}

    /**
     * In a Word file the head stays with the first row, the first row with the second, and the last row with the one before.
     * A closing block, which is a last row of one cell over all columns, stays with the last two.
     */
    static void keep(XWPFDocument document) {
        document.getTables().forEach(RowCompany::keep);
    }

    private static void keep(XWPFTable table) {
        List<XWPFTableRow> rows =
                table.getRows().stream().filter(row -> !row.isRepeatHeader()).toList();
        table.getRows().stream().filter(XWPFTableRow::isRepeatHeader).forEach(RowCompany::withNext);
        if (rows.size() > 1) {
            withNext(rows.get(0));
            rows.subList(Math.max(0, rows.size() - tail(isClosing(rows.get(rows.size() - 1)))), rows.size() - 1)
                    .forEach(RowCompany::withNext);
        }
    }

    private static void withNext(XWPFTableRow row) {
        row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(paragraph -> paragraph.setKeepNext(true)));
    }

    /** In a page the last two rows of a body without cells over several rows become a body of their own that is not divided; the start of a table is the style sheet's. */
    static void keep(Document page) {
        NodeList found = page.getElementsByTagName("tbody");
        List<Element> bodies = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            bodies.add((Element) found.item(i));
        }
        bodies.forEach(RowCompany::divide);
    }

    private static void divide(Element body) {
        List<Element> rows = new ArrayList<>();
        for (Node child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element row && row.getTagName().equals("tr")) {
                rows.add(row);
            }
        }
        int tail = tail(!rows.isEmpty() && isClosing(rows.get(rows.size() - 1)));
        if (rows.size() > tail && !spansRows(body)) {
            Element last = body.getOwnerDocument().createElement("tbody");
            last.setAttribute("style", "page-break-inside: avoid");
            rows.subList(rows.size() - tail, rows.size()).forEach(last::appendChild);
            body.getParentNode().insertBefore(last, body.getNextSibling());
        }
    }

    private static int tail(boolean closing) {
        return closing ? 3 : 2;
    }

    private static boolean isClosing(XWPFTableRow row) {
        return row.getTableCells().size() == 1
                && row.getCell(0).getCTTc().getTcPr().isSetGridSpan();
    }

    private static boolean isClosing(Element row) {
        NodeList cells = row.getElementsByTagName("td");
        return cells.getLength() == 1 && ((Element) cells.item(0)).hasAttribute("colspan");
    }

    /** A cell cannot reach from one body into the next. */
    private static boolean spansRows(Element body) {
        return Stream.of("td", "th")
                .map(body::getElementsByTagName)
                .anyMatch(cells -> IntStream.range(0, cells.getLength())
                        .anyMatch(i -> ((Element) cells.item(i)).hasAttribute("rowspan")));
    }
}
