package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed a list, and when; lines are added and never changed. */
@Repository
public class RankingChanges {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    RankingChanges(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that this person made the list what it is now; the list's row is locked by the caller. */
    public void note(Recommendation list, String person) {
        jdbc.sql("""
                insert into ranking_change (recommendation_id, version, changed_by, changed_at)
                select id, list_version, :person, :at from recommendation r where id = :id
                and not exists (select 1 from ranking_change c where c.recommendation_id = r.id and c.version = r.list_version)""")
                .param("person", person)
                .param("at", PilotClock.timestamp(clock.now()))
                .param("id", list.id())
                .update();
    }

    /** The newest change by a person; empty if nobody has changed the list. */
    public Optional<Change> latest(Recommendation list) {
        return jdbc.sql("""
                select version, changed_by, changed_at from ranking_change
                where recommendation_id = :id order by version desc fetch first 1 row only""").param("id", list.id()).query(Change.class).optional();
    }

    /** True if this person has ever changed the order of that list. */
    public boolean by(Recommendation list, String person) {
        return jdbc.sql("select count(*) from ranking_change where recommendation_id = :id and changed_by = :person")
                        .param("id", list.id())
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * A change of a list.
     *
     * @param version   the list's version that came of it
     * @param changedBy who
     * @param changedAt when
     */
    public record Change(int version, String changedBy, Instant changedAt) {}
}
