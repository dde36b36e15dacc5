package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects that were duplicates and are candidates again, until the Department's review has taken them up. */
@Repository
public class LiftedDuplicates {

    private final JdbcClient jdbc;

    LiftedDuplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that it waits for the review. */
    public void add(String roundId, String applicationId, Instant at) {
        jdbc.sql(
                        "insert into lifted_duplicate (round_id, application_id, lifted_at) values (:round, :application, :at)")
                .param("round", roundId)
                .param("application", applicationId)
                .param("at", PilotClock.timestamp(at))
                .update();
    }

    /** True if one waits. */
    public boolean waiting(String roundId) {
        return jdbc.sql("select count(*) from lifted_duplicate where round_id = :round and taken_up_at is null")
                        .param("round", roundId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The review compares all again: whatever waited is among them. */
    public void takenUp(String roundId, Instant at) {
        jdbc.sql("update lifted_duplicate set taken_up_at = :at where round_id = :round and taken_up_at is null")
                .param("at", PilotClock.timestamp(at))
                .param("round", roundId)
                .update();
    }
}
