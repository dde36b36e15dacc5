package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.project.direction.Direction;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The summary table (推荐汇总表) of a signed list: as .xlsx, and what the same table says on paper. */
@Component
public class SummaryTable {

    /** Name of the document. */
    public static final String DOCUMENT = "summary";

    private static final long LIMIT_BYTES = 20L * 1024 * 1024;

    private final Documents documents;
    private final Directions directions;
    private final FileStore store;

    public SummaryTable(Documents documents, Directions directions, FileStore store) {
        this.documents = documents;
        this.directions = directions;
        this.store = store;
    }

    /**
     * Makes the table as .xlsx and keeps it in the store.
     *
     * @param title  round and unit, as they head the table
     * @param unit   name of the unit that recommends
     * @param lines  the projects in order of priority
     * @param record where the record ends now
     * @return the key of the file in the store
     */
    public String make(String title, String unit, List<Line> lines, RecordAnchors.Anchor record) {
        byte[] table = documents.excel(DOCUMENT, facts(title, unit, lines, record));
        try {
            return store.keep(new ByteArrayInputStream(table), LIMIT_BYTES).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the table says, whatever its format; on paper, out of the database's reach, also where the record ended. */
    public Facts facts(String title, String unit, List<Line> lines, RecordAnchors.Anchor record) {
        Map<String, Direction> byCode =
                directions.all().stream().collect(Collectors.toMap(Direction::code, Function.identity()));
        List<Facts> projects = new ArrayList<>();
        for (Line line : lines) {
            Direction direction = byCode.get(line.direction());
            projects.add(line.facts(projects.size() + 1)
                    .word(
                            "direction",
                            direction == null ? line.direction() : direction.code() + " " + direction.name()));
        }
        return new Facts()
                .word("title", title)
                .word("unit", unit)
                .word("count", lines.size())
                .word("record", Texts.of("summary.record", String.valueOf(record.seq()), record.hash()))
                .list("projects", projects);
    }

    /**
     * One project of the table.
     *
     * @param number     application number
     * @param project    project's name
     * @param applicant  applicant's name
     * @param creditCode its code
     * @param category   category
     * @param direction  code of the direction
     * @param contact    contact person
     * @param phone      contact's phone
     */
    public record Line(
            String number,
            String project,
            String applicant,
            String creditCode,
            String category,
            String direction,
            String contact,
            String phone) {

        /** What a paper says of it. */
        public Facts facts(int place) {
            return new Facts()
                    .word("place", place)
                    .word("number", number)
                    .word("project", project)
                    .word("applicant", applicant)
                    .word("creditCode", creditCode)
                    .word("category", category)
                    .word("contact", contact)
                    .word("phone", phone);
        }
    }
}
