package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The earlier days that units set for their applicants (R4.6), each with who asked and who decided, for good. */
@Repository
public class IntakeDays {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    IntakeDays(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The unit's own day where it is earlier than the notice's, else the notice's. */
    public Deadline orEarlier(String roundId, String unitId, Deadline notice) {
        return Optional.ofNullable(inForce(roundId).get(unitId))
                .filter(own -> own.isBefore(notice.lastMoment()))
                .map(Deadline::new)
                .orElse(notice);
    }

    /** The days in force of a round, by unit: those granted last. A later one than the notice's may be among them and counts for nothing. */
    public Map<String, Instant> inForce(String roundId) {
        Map<String, Instant> days = new LinkedHashMap<>();
        jdbc.sql(
                        "select unit_id, last_moment from unit_intake where round_id = :round and granted order by decided_at, id")
                .param("round", roundId)
                .query((row, n) -> days.put(
                        row.getString("unit_id"),
                        row.getTimestamp("last_moment").toInstant()))
                .list();
        return days;
    }

    /** All that a unit's people asked for, the newest first. */
    public List<IntakeDay> of(String roundId, String unitId) {
        return jdbc.sql("select * from unit_intake where round_id = :round and unit_id = :unit order by id desc")
                .param("round", roundId)
                .param("unit", unitId)
                .query(IntakeDay.class)
                .list();
    }

    void add(String roundId, String unitId, Instant lastMoment, String by) {
        jdbc.sql("""
                insert into unit_intake (round_id, unit_id, last_moment, asked_by, asked_at)
                values (:round, :unit, :lastMoment, :by, :now)""")
                .param("round", roundId)
                .param("unit", unitId)
                .param("lastMoment", PilotClock.timestamp(lastMoment))
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** Locks one that nobody has decided yet. */
    IntakeDay take(String roundId, String unitId, long id) {
        return jdbc.sql("""
                select * from unit_intake
                where id = :id and round_id = :round and unit_id = :unit and decided_at is null for update""")
                .param("id", id)
                .param("round", roundId)
                .param("unit", unitId)
                .query(IntakeDay.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("intake.decided"));
    }

    void decide(long id, boolean granted, String by) {
        jdbc.sql("update unit_intake set granted = :granted, decided_by = :by, decided_at = :now where id = :id")
                .param("granted", granted)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }
}
