package cn.gdpilot.domain.arrival;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Arrivals that were entered later, with their evidence, for good. */
@Repository
public class EvidencedArrivals {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    EvidencedArrivals(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a list, the newest first. */
    public List<EvidencedArrival> of(String recommendationId) {
        return jdbc.sql("select * from evidenced_arrival where recommendation_id = :list order by id desc")
                .param("list", recommendationId)
                .query(EvidencedArrival.class)
                .list();
    }

    public Optional<EvidencedArrival> find(String recommendationId, long id) {
        return of(recommendationId).stream().filter(one -> one.id() == id).findFirst();
    }

    public void add(
            String recommendationId,
            Instant arrivedAt,
            EvidencedArrival.Kind kind,
            String words,
            String picture,
            String by) {
        jdbc.sql("""
                insert into evidenced_arrival (recommendation_id, arrived_at, kind, words, picture, asked_by, asked_at)
                values (:list, :arrivedAt, :kind, :words, :picture, :by, :now)""")
                .param("list", recommendationId)
                .param("arrivedAt", PilotClock.timestamp(arrivedAt))
                .param("kind", kind.name())
                .param("words", words)
                .param("picture", picture)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /**
     * Locks one that nobody has decided yet.
     *
     * @throws Refusal if there is none
     */
    public EvidencedArrival take(String recommendationId, long id) {
        return jdbc.sql("""
                select * from evidenced_arrival
                where id = :id and recommendation_id = :list and decided_at is null for update""")
                .param("id", id)
                .param("list", recommendationId)
                .query(EvidencedArrival.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("evidence.decided"));
    }

    /** Ends what else was entered for a list that has arrived by other evidence: nobody decides it, and nothing waits. */
    public void endOthers(String recommendationId) {
        jdbc.sql("""
                update evidenced_arrival set granted = false, decided_at = :now
                where recommendation_id = :list and decided_at is null""")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("list", recommendationId)
                .update();
    }

    public void decide(long id, boolean granted, String by) {
        jdbc.sql("update evidenced_arrival set granted = :granted, decided_by = :by, decided_at = :now where id = :id")
                .param("granted", granted)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }
}
