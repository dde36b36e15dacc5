package cn.gdpilot.platform.engine.tables;

import java.io.Serializable;
import java.util.List;

/**
 * Answer of a version of a table to a question.
 *
 * @param name    what people call the table
 * @param source  table and version, e.g. "video-length v1"
 * @param rule    under which a person reads that something is unclear
 * @param rows    rows that hit and can be read, in order
 * @param unclear number of rows that hit and cannot be read; 1 if the table could not be evaluated at all
 * @param hits    ids of the rows that hit, in order
 * @param failed  whether the table could not be evaluated at all
 */
public record TableAnswer(
        String name, String source, String rule, List<TableRow> rows, int unclear, List<String> hits, boolean failed)
        implements Serializable {

    /** The same rows, with so many that a later version should have given. */
    TableAnswer unclear(int number) {
        return new TableAnswer(name, source, rule, rows, number, hits, failed);
    }

    public boolean isClear() {
        return unclear == 0;
    }
}
