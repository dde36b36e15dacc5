package cn.gdpilot.domain.record;

import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the whole record and finds what was edited, deleted, swapped, slipped in or cut off. */
@Component
public class RecordCheck {

    private static final int MOST_FINDINGS = 100;

    private final JdbcClient jdbc;
    private final RecordSeal seal;

    RecordCheck(JdbcClient jdbc, RecordSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** What was found, in Chinese sentences; empty if the record is whole. At most a hundred. */
    @Transactional(readOnly = true)
    public Result run() {
        Walk walk = new Walk();
        try (Stream<RecordEntry> entries =
                jdbc.sql("select * from record_entry order by seq").query(RecordEntry.class).stream()) {
            entries.forEach(walk::step);
        }
        End end = jdbc.sql("select seq, hash, seal from record_end where id = 1")
                .query(End.class)
                .optional()
                .orElse(new End(-1, "", ""));
        if (end.seq() != walk.seq || !end.hash().equals(walk.hash)) {
            walk.found("record.end", walk.seq, end.seq());
        }
        if (end.seq() > 0 && !seal.ofEnd(end.seq(), end.hash()).equals(end.seal())) {
            walk.found("record.end-forged");
        }
        jdbc.sql("select seq, hash from record_anchor order by seq")
                .query(Anchor.class)
                .list()
                .forEach(anchor -> {
                    boolean stands = jdbc.sql("select count(*) from record_entry where seq = :seq and hash = :hash")
                                    .param("seq", anchor.seq())
                                    .param("hash", anchor.hash())
                                    .query(Integer.class)
                                    .single()
                            == 1;
                    if (!stands && anchor.seq() > 0) {
                        walk.found("record.anchor", anchor.seq());
                    }
                });
        return new Result(walk.seq, walk.hash, List.copyOf(walk.findings));
    }

    /**
     * What came of it.
     *
     * @param lines    number of the last line
     * @param hash     its hash
     * @param findings what is wrong, in Chinese sentences; empty if nothing is
     */
    public record Result(long lines, String hash, List<String> findings) {}

    private record End(long seq, String hash, String seal) {}

    private record Anchor(long seq, String hash) {}

    private final class Walk {

        private final List<String> findings = new ArrayList<>();
        private long seq;
        private String hash = "";

        private void step(RecordEntry entry) {
            if (entry.seq() != seq + 1) {
                found("record.gap", seq + 1, entry.seq());
            } else if (!entry.previous().equals(hash)) {
                found("record.link", entry.seq());
            }
            if (!seal.of(entry.sealed()).equals(entry.hash())) {
                found("record.edited", entry.seq());
            }
            seq = entry.seq();
            hash = entry.hash();
        }

        private void found(String words, Object... arguments) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(Texts.of(words, arguments));
            }
        }
    }
}
