package cn.gdpilot.domain.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lists that the operator edits (units, directions): from the folder where it is there, else as shipped. */
@Component
public class ReferenceFiles {

    private final Path folder;

    public ReferenceFiles(@Value("${pilot.reference-folder}") Path folder) {
        this.folder = folder;
    }

    /** The rows of a list with a header line, e.g. "units.csv". */
    public List<CSVRecord> rows(String name) {
        try (Reader reader = open(name);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setTrim(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Reference list " + name + " can not be read", e);
        }
    }

    /** When the list in the folder was changed last, in milliseconds since 1970; 0 for a list as shipped. */
    public long changedAt(String name) {
        return folder.resolve(name).toFile().lastModified();
    }

    private Reader open(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file)
                ? Files.newBufferedReader(file)
                : new InputStreamReader(
                        new ClassPathResource("reference/" + name).getInputStream(), StandardCharsets.UTF_8);
    }
}
