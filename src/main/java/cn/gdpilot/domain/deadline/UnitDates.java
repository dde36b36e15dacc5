package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dates of single units that the Department has extended beyond the round's. */
@Repository
public class UnitDates {

    private final JdbcClient jdbc;

    UnitDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit's own last moment; empty where only the round's binds it. */
    public Optional<Instant> of(String roundId, String unitId) {
        return Optional.ofNullable(all(roundId).get(unitId));
    }

    /** All of a round, by unit. */
    public Map<String, Instant> all(String roundId) {
        Map<String, Instant> dates = new HashMap<>();
        jdbc.sql("select unit_id, last_moment from unit_deadline where round_id = :round")
                .param("round", roundId)
                .query((row, n) -> dates.put(
                        row.getString("unit_id"),
                        row.getTimestamp("last_moment").toInstant()))
                .list();
        return dates;
    }

    /** Gives a unit a date of its own, in place of an earlier one. */
    public void set(String roundId, String unitId, Instant lastMoment) {
        jdbc.sql("delete from unit_deadline where round_id = :round and unit_id = :unit")
                .param("round", roundId)
                .param("unit", unitId)
                .update();
        jdbc.sql("insert into unit_deadline (round_id, unit_id, last_moment) values (:round, :unit, :lastMoment)")
                .param("round", roundId)
                .param("unit", unitId)
                .param("lastMoment", PilotClock.timestamp(lastMoment))
                .update();
    }
}
