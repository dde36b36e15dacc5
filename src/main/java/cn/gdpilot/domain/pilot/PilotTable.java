package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list that somebody brings as .xlsx or .csv, whatever its program wrote around it.
 *
 * @param lines  the heads included
 * @param unread what of the file was not read, a Chinese sentence each
 */
record PilotTable(List<Line> lines, List<String> unread) {

    private static final Charset EXCELS_CSV = Charset.forName("GB18030");
    private static final byte[] ZIP = {'P', 'K'};

    /**
     * Reads the lines, the heads included.
     *
     * @throws Refusal if it is neither kind of table
     */
    static PilotTable read(byte[] file) {
        if (file.length > ZIP.length && file[0] == ZIP[0] && file[1] == ZIP[1]) {
            return PilotWorkbook.read(new ByteArrayInputStream(file));
        }
        String text = text(file);
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("pilot-import.kind");
        }
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(new StringReader(text))) {
            List<Line> lines = new ArrayList<>();
            for (CSVRecord record : parser) {
                lines.add(new Line((int) record.getRecordNumber(), record.toList(), null));
            }
            return new PilotTable(lines, List.of());
        } catch (IOException | IllegalStateException | UncheckedIOException broken) {
            throw Refusal.invalid("pilot-import.kind");
        }
    }

    /** UTF-8, or what Chinese Excel writes. */
    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(file, EXCELS_CSV);
        }
    }

    /**
     * A line.
     *
     * @param number  as the sheet counts, from 1
     * @param cells   texts; dates of .xlsx as day numbers
     * @param trouble why it can not be read as it stands: key of a text; null if nothing is
     */
    record Line(int number, List<String> cells, String trouble) {

        String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
