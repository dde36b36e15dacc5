package cn.gdpilot.domain.record;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the record for the auditor. */
@Repository
class RecordReader {

    private final JdbcClient jdbc;

    RecordReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest lines whose subject, person or action contains the text; all if it is empty. */
    List<RecordEntry> newest(String text) {
        return jdbc.sql("""
                select * from record_entry
                where :text = '' or subject like :part or person like :part or action like :part
                order by seq desc fetch first 200 rows only""")
                .param("text", text)
                .param("part", "%" + text + "%")
                .query(RecordEntry.class)
                .list();
    }

    /** Everything from the first line; to be closed. */
    Stream<RecordEntry> all() {
        return jdbc.sql("select * from record_entry order by seq").query(RecordEntry.class).stream();
    }
}
