package cn.gdpilot.domain.deadline.voiding;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Who asked for a void round and who decided, with the reason, for good. */
@Repository
public class VoidRequests {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    VoidRequests(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a round, the newest first. */
    public List<VoidRequest> of(String roundId) {
        return jdbc.sql("select * from round_void where round_id = :round order by id desc")
                .param("round", roundId)
                .query(VoidRequest.class)
                .list();
    }

    /** Keeps what is asked and returns its key. */
    long add(String roundId, String reason, boolean alone, String by) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into round_void (round_id, reason, alone, asked_by, asked_at)
                values (:round, :reason, :alone, :by, :now)""")
                .param("round", roundId)
                .param("reason", reason)
                .param("alone", alone)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Locks one that nobody has decided yet. */
    VoidRequest take(String roundId, long id) {
        return jdbc.sql(
                        "select * from round_void where id = :id and round_id = :round and decided_at is null for update")
                .param("id", id)
                .param("round", roundId)
                .query(VoidRequest.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("void.decided"));
    }

    void decide(long id, boolean granted, String by) {
        jdbc.sql("update round_void set granted = :granted, decided_by = :by, decided_at = :now where id = :id")
                .param("granted", granted)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }
}
