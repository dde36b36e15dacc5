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

    /** A pair with a pilot that nobody has decided; returns its key. */
    public static String withPilot(JdbcClient jdbc, Round round, String first) {
        jdbc.sql("""
                insert into pilot (credit_code, applicant_name, project_name, project_key, starts_on, ends_on, source)
                values ('91440101MA5CKT6L0B', '示例公司', '示例项目', '示例项目', date '2099-02-01', date '2101-02-01', '往年.csv')""").update();
        String id = insert(jdbc, round, first, first, null, null);
        jdbc.sql("update duplicate_pair set second_id = null, pilot_id = (select max(id) from pilot) where id = :id")
                .param("id", id)
                .update();
        return id;
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
