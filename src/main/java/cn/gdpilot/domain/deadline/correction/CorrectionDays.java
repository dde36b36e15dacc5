package cn.gdpilot.domain.deadline.correction;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days that were set for corrections, for good. */
@Repository
class CorrectionDays {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    CorrectionDays(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sets a day.
     *
     * @param lastMoment null where the unit's own last moment binds
     * @param grounds    null at the return, whose reasons stand with the state
     */
    void set(String applicationId, Instant lastMoment, String grounds, String person) {
        jdbc.sql("""
                insert into correction_day (application_id, last_moment, grounds, person, at)
                values (:application, cast(:lastMoment as timestamp with time zone), cast(:grounds as varchar), :person, :now)""")
                .param("application", applicationId)
                .param("lastMoment", lastMoment == null ? null : PilotClock.timestamp(lastMoment))
                .param("grounds", grounds)
                .param("person", person)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** The day in force; empty where the unit's own last moment binds. */
    Optional<Instant> inForce(String applicationId) {
        List<Row> newest = jdbc.sql(
                        "select last_moment from correction_day where application_id = :application order by id desc fetch first 1 row only")
                .param("application", applicationId)
                .query(Row.class)
                .list();
        return newest.stream().map(Row::lastMoment).filter(Objects::nonNull).findFirst();
    }

    /** How many times a day was set. */
    int count(String applicationId) {
        return jdbc.sql("select count(*) from correction_day where application_id = :application")
                .param("application", applicationId)
                .query(Integer.class)
                .single();
    }

    private record Row(Instant lastMoment) {}
}
