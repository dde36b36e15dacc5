package cn.gdpilot.domain.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lists that the operator edits (units, directions): from the folder where it is there, else as shipped. */
@Component
public class ReferenceFiles {

    private final EditedFolder folder;

    public ReferenceFiles(@Value("${pilot.reference-folder}") Path folder) {
        this.folder = new EditedFolder(folder, "reference");
    }

    /** The rows of a list with a header line, e.g. "units.csv". */
    public List<CSVRecord> rows(String name) {
        return rows(name, folder.content(name));
    }

    /** What a reader makes of lists, kept up to date. */
    public <T> Edited<T> edited(List<String> names, Function<Lists, T> reader) {
        return folder.edited(names, files -> reader.apply(name -> rows(name, files.content(name))));
    }

    /** The content of a list as it stands now; null if it is nowhere. */
    public byte[] content(String name) {
        return folder.content(name);
    }

    /** The rows of a list with a header line, from its content. */
    public static List<CSVRecord> rows(String name, byte[] content) {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(EditedFolder.text(name, Objects.requireNonNull(content, name))))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Reference list " + name + " cannot be read", e);
        }
    }

    /** Where a reader finds the lists. */
    public interface Lists {

        /** The rows of a list. */
        List<CSVRecord> rows(String name);
    }
}
