package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.pilot.PilotTable.Line;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.xml.sax.SAXException;

/** The first sheet of an .xlsx, read as a stream: fifty thousand lines take no more room than their texts. */
final class PilotWorkbook {

    private static final int MOST_COLUMNS = 50;
    private static final int MOST_LINES = 100_000;

    private final ReadOnlySharedStringsTable strings;
    private final Map<Integer, List<String>> rows = new HashMap<>();
    private final Set<Integer> computed = new HashSet<>();
    private final Set<Integer> merged = new HashSet<>();
    private final List<String> unread = new ArrayList<>();
    /** Where the last row and cell stood: one that does not say where it stands comes next. */
    private int row = -1;

    private int column = -1;

    private PilotWorkbook(ReadOnlySharedStringsTable strings) {
        this.strings = strings;
    }

    static PilotTable read(InputStream file) {
        try (OPCPackage workbook = OPCPackage.open(file)) {
            SheetIterator sheets = (SheetIterator) new XSSFReader(workbook).getSheetsData();
            PilotWorkbook reader = new PilotWorkbook(new ReadOnlySharedStringsTable(workbook));
            try (InputStream sheet = sheets.next()) {
                reader.sheet(sheet);
            }
            while (sheets.hasNext()) {
                try (InputStream further = sheets.next()) {
                    reader.further(sheets.getSheetName(), further);
                }
            }
            return new PilotTable(reader.lines(), reader.unread);
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NoSuchElementException broken) {
            throw Refusal.invalid("pilot-import.kind");
        }
    }

    private static XMLStreamReader xml(InputStream sheet) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(sheet);
    }

    private void sheet(InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = xml(sheet);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> row(xml.getAttributeValue(null, "r"));
                    case "c" -> cell(xml);
                    case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
                    default -> {}
                }
            }
        }
    }

    /** A sheet that is not read, unless it is one of the empty ones that a program adds by itself. */
    private void further(String name, InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = xml(sheet);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && Set.of("v", "is").contains(xml.getLocalName())) {
                unread.add(Texts.of("pilot-import.sheet", name));
                return;
            }
        }
    }

    private void row(String number) {
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        column = -1;
    }

    private void merge(String range) {
        if (range == null) {
            throw new IllegalArgumentException("A merged cell without its range");
        }
        CellRangeAddress cells = CellRangeAddress.valueOf(range);
        for (int line = cells.getFirstRow(); line <= Math.min(cells.getLastRow(), MOST_LINES); line++) {
            merged.add(line);
        }
    }

    private CellReference place(String reference) {
        CellReference at = reference == null ? new CellReference(row, column + 1) : new CellReference(reference);
        row = at.getRow();
        column = at.getCol();
        return at;
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        CellReference at = place(xml.getAttributeValue(null, "r"));
        String type = xml.getAttributeValue(null, "t");
        StringBuilder value = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("f")) {
                    computed.add(at.getRow());
                }
                if (xml.getLocalName().equals("v") || xml.getLocalName().equals("t")) {
                    value.append(xml.getElementText());
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (at.getRow() >= MOST_LINES && !value.isEmpty() && unread.isEmpty()) {
            unread.add(Texts.of("pilot-import.too-long", MOST_LINES));
        }
        if (at.getCol() < MOST_COLUMNS && at.getRow() < MOST_LINES && !value.isEmpty()) {
            put(
                    at,
                    "s".equals(type)
                            ? strings.getItemAt(Integer.parseInt(value.toString()))
                                    .getString()
                            : value.toString());
        }
    }

    private void put(CellReference at, String text) {
        List<String> cells = rows.computeIfAbsent(at.getRow(), row -> new ArrayList<>());
        while (cells.size() <= at.getCol()) {
            cells.add("");
        }
        cells.set(at.getCol(), text);
    }

    private List<Line> lines() {
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> new Line(row.getKey() + 1, row.getValue(), trouble(row.getKey())))
                .toList();
    }

    private String trouble(int row) {
        if (merged.contains(row)) {
            return "pilot-import.merged";
        }
        return computed.contains(row) ? "pilot-import.formula" : null;
    }
}
