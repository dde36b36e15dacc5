package cn.gdpilot.domain.record;

import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The end of the record's chain, day by day: told outside of the database, it shows what is cut off later. */
@Repository
public class RecordAnchors {

    private final JdbcClient jdbc;

    RecordAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the chain ends now. */
    public Anchor now() {
        return jdbc.sql("select seq, hash from record_end where id = 1")
                .query(Anchor.class)
                .single();
    }

    /** Keeps the chain's end as that day's; false if the day has one already. */
    public boolean keep(LocalDate day) {
        Anchor end = now();
        try {
            return jdbc.sql("insert into record_anchor (anchored_on, seq, hash) values (:day, :seq, :hash)")
                            .param("day", day)
                            .param("seq", end.seq())
                            .param("hash", end.hash())
                            .update()
                    == 1;
        } catch (DuplicateKeyException otherNode) {
            return false;
        }
    }

    /**
     * The end of the chain.
     *
     * @param seq  number of its last line
     * @param hash hash of that line; empty while there is none
     */
    public record Anchor(long seq, String hash) {}
}
