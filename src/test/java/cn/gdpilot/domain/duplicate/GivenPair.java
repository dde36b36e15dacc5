package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.calendar.Round;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairs of two applications for tests, without a search. */
public final class GivenPair {

    private GivenPair() {}

    /** A pair that nobody has decided; returns its key. */
    public static String open(JdbcClient jdbc, Round round, String first, String second) {
        return insert(jdbc, round, first, second, null, null);
    }

    /** A pair that was decided to be one project, the second kept; returns its key. */
    public static String same(JdbcClient jdbc, Round round, String dropped, String kept, String grounds) {
        return insert(jdbc, round, dropped, kept, kept, grounds);
    }

    private static String insert(
            JdbcClient jdbc, Round round, String first, String second, String kept, String grounds) {
        String id = first + "+" + second;
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message, outcome, kept_id,
                  grounds, resolved_by, resolved_at)
                values (:id, :round, :first, :second, 1.0, 'SUSPECT', '名称相近', :outcome, :kept, :grounds, :by, :at)""")
                .param("id", id)
                .param("round", round.id())
                .param("first", first)
                .param("second", second)
                .param("outcome", kept == null ? null : DuplicateOutcome.SAME.name())
                .param("kept", kept)
                .param("grounds", grounds)
                .param("by", kept == null ? null : "officer")
                .param("at", kept == null ? null : Timestamp.from(Instant.EPOCH))
                .update();
        return id;
    }
}
