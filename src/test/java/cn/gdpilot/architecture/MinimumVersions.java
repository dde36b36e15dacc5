package cn.gdpilot.architecture;

import cn.gdpilot.architecture.Bill.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The list of lowest allowed versions, src/test/resources/dependencies/minimum-versions.csv. */
record MinimumVersions(List<Minimum> minimums) {

    private static final Path LIST = Path.of("src/test/resources/dependencies/minimum-versions.csv");

    static MinimumVersions read() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser lines = CSVParser.parse(LIST, StandardCharsets.UTF_8, format)) {
            return new MinimumVersions(lines.stream().map(Minimum::of).toList());
        }
    }

    /** @return the parts that are older than a line allows */
    List<Part> tooOld(Bill bill) {
        return bill.parts().stream()
                .filter(part -> minimums.stream().anyMatch(line -> line.covers(part) && line.isAbove(part.version())))
                .toList();
    }

    /** @return the parts that no line speaks of */
    List<Part> unlisted(Bill bill) {
        return bill.parts().stream()
                .filter(part -> minimums.stream().noneMatch(line -> line.covers(part)))
                .toList();
    }

    /** @return the lines that speak of no part of the bill */
    List<Minimum> unused(Bill bill) {
        return minimums.stream()
                .filter(line -> bill.parts().stream().noneMatch(line::covers))
                .toList();
    }

    /**
     * One line.
     *
     * @param artifact a name, or * for all of the group
     * @param why the holes that a version from this one on has mended
     */
    record Minimum(String group, String artifact, String least, String why) {

        private static Minimum of(CSVRecord line) {
            return new Minimum(line.get("group"), line.get("artifact"), line.get("least"), line.get("why"));
        }

        private boolean covers(Part part) {
            return group.equals(part.group()) && (artifact.equals("*") || artifact.equals(part.name()));
        }

        private boolean isAbove(String version) {
            return new ComparableVersion(least).compareTo(new ComparableVersion(version)) > 0;
        }
    }
}
