package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The reference lists of offices, line by line; a broken line is refused by file, line and column. */
@Component
public class UnitList {

    private static final List<String> FILES = List.of("units.csv", "central-enterprises.csv", "ministry.csv");
    private static final String ID = "(city|dept|ca|central)-[a-z0-9-]{1,50}|ministry";
    private static final Set<String> REGIONS = Set.of("PRD", "EAST", "WEST", "NORTH", "NONE");

    private final ReferenceFiles files;

    public UnitList(ReferenceFiles files) {
        this.files = files;
    }

    /**
     * Every line of the three lists.
     *
     * @throws Refusal if an office's id, kind, name or region is missing or unknown, or an id stands there twice
     */
    public List<Line> lines() {
        List<Line> lines = FILES.stream().flatMap(this::lines).toList();
        Set<String> known = new HashSet<>();
        for (Line line : lines) {
            check(line, known);
        }
        return lines;
    }

    private Stream<Line> lines(String file) {
        List<CSVRecord> rows = files.rows(file);
        return IntStream.range(0, rows.size()).mapToObj(at -> new Line(file, at + 2, rows.get(at)));
    }

    private static void check(Line line, Set<String> known) {
        if (!line.get("unit").matches(ID)) {
            throw line.refuse("unit", Texts.of("unit-list.id"));
        }
        if (!known.add(line.get("unit"))) {
            throw line.refuse("unit", Texts.of("unit-list.twice", line.get("unit")));
        }
        if (Stream.of(UnitType.values()).noneMatch(type -> type.name().equals(line.get("type")))) {
            throw line.refuse("type", Texts.of("unit-list.type", List.of(UnitType.values())));
        }
        if (line.get("name").isEmpty()) {
            throw line.refuse("name", Texts.of("unit-list.name"));
        }
        if (!REGIONS.contains(line.get("region"))) {
            throw line.refuse("region", Texts.of("unit-list.region"));
        }
    }

    /**
     * A line of a list.
     *
     * @param file   name of the list
     * @param number of the line; the head is line 1
     * @param row    its values
     */
    public record Line(String file, int number, CSVRecord row) {

        /**
         * The value of a column, without surrounding blanks; may be empty.
         *
         * @throws Refusal if the list has no such column, or the line is too short for it
         */
        public String get(String column) {
            if (!row.isMapped(column)) {
                throw Refusal.invalid("unit-list.column", file, column);
            }
            if (!row.isSet(column)) {
                throw refuse(column, Texts.of("unit-list.short"));
            }
            return row.get(column);
        }

        /** The refusal of this line for what stands in that column. */
        public Refusal refuse(String column, String reason) {
            return Refusal.invalid("unit-list.line", file, number, column, reason);
        }
    }
}
