package cn.gdpilot.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A line of {@code samples/round/applications.csv}: one application and what happens to it.
 *
 * @param ref      its name in the table, e.g. S001
 * @param unit     the unit that it goes to
 * @param scenario what happens, e.g. normal, return, duplicate:S036
 * @param columns  all columns by name
 */
record SampleApplication(String ref, String unit, String scenario, Map<String, String> columns) {

    private static final String DUPLICATE = "duplicate:";
    private static final int SHORTEST_VIDEO = 300;

    static List<SampleApplication> all(Path samples) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(samples.resolve("round").resolve("applications.csv"));
                CSVParser parser = format.parse(reader)) {
            return parser.stream().map(SampleApplication::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleApplication of(CSVRecord line) {
        return new SampleApplication(line.get("ref"), line.get("unit"), line.get("scenario"), line.toMap());
    }

    boolean is(String name) {
        return scenario.equals(name);
    }

    /** The line that this one is the same project as; null if it is a project of its own. */
    String twin() {
        return scenario.startsWith(DUPLICATE) ? scenario.substring(DUPLICATE.length()) : null;
    }

    /** True if its unit has accepted it in the end, and so puts it on its list. */
    boolean isListed() {
        return is("normal") || is("return") || is("missed") || twin() != null;
    }

    String creditCode() {
        return columns.get("creditCode");
    }

    boolean shortVideo() {
        return Integer.parseInt(columns.get("videoSeconds")) < SHORTEST_VIDEO;
    }

    Map<String, Object> registration(String password) {
        return Map.of(
                "creditCode", creditCode(),
                "name", columns.get("applicant"),
                "applicantType", columns.get("applicantType"),
                "contactName", columns.get("contactName"),
                "contactPhone", columns.get("contactPhone"),
                "contactEmail", columns.get("contactEmail"),
                "password", password);
    }

    Map<String, Object> beginning() {
        return Map.of("unit", unit, "projectName", columns.get("projectName"));
    }

    Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("summary", "示例项目，仅供演练。");
        form.put("legalPerson", true);
        form.put("majorAccident", false);
        form.put("commitmentLetter", true);
        form.put("built", true);
        for (String text : List.of("direction", "registeredIn", "innovationProject")) {
            form.put(text, columns.get(text));
        }
        for (String condition :
                List.of("demonstrationBase", "innovationAccepted", "revolutionaryArea", "markedEffect")) {
            form.put(condition, Boolean.valueOf(columns.get(condition)));
        }
        return form;
    }
}
