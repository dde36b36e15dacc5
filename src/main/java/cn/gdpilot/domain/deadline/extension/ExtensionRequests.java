package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The extensions that were asked for, with both dates, for good. */
@Repository
public class ExtensionRequests {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    ExtensionRequests(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a round, the newest first. */
    public List<Extension> of(String roundId) {
        return jdbc.sql("select * from deadline_extension where round_id = :round order by id desc")
                .param("round", roundId)
                .query(Extension.class)
                .list();
    }

    /** How many were granted in a round. */
    int granted(String roundId) {
        return jdbc.sql("select count(*) from deadline_extension where round_id = :round and granted")
                .param("round", roundId)
                .query(Integer.class)
                .single();
    }

    /** True if the same may still be granted; what the date or its closing has overtaken is in nobody's way. */
    boolean waits(String roundId, String unitId, DeadlineKind kind, Instant was, boolean reopens) {
        return of(roundId).stream()
                .filter(one -> one.decidedAt() == null && one.becomes().isAfter(clock.now()))
                .filter(one -> one.was().equals(was) && one.reopens() == reopens)
                .anyMatch(one -> one.kind() == kind && Objects.equals(one.unitId(), unitId));
    }

    void add(
            String roundId,
            String unitId,
            DeadlineKind kind,
            Instant was,
            Instant becomes,
            String grounds,
            boolean reopens,
            String by) {
        jdbc.sql("""
                insert into deadline_extension (round_id, unit_id, kind, was, becomes, grounds, reopens, asked_by, asked_at)
                values (:round, :unit, :kind, :was, :becomes, :grounds, :reopens, :by, :now)""")
                .param("round", roundId)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("was", PilotClock.timestamp(was))
                .param("becomes", PilotClock.timestamp(becomes))
                .param("grounds", grounds)
                .param("reopens", reopens)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** Locks one that nobody has decided or taken back yet. */
    Extension take(long id) {
        return jdbc.sql("select * from deadline_extension where id = :id and decided_at is null for update")
                .param("id", id)
                .query(Extension.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("extension.decided"));
    }

    void decide(long id, boolean granted, String by) {
        jdbc.sql("update deadline_extension set granted = :granted, decided_by = :by, decided_at = :now where id = :id")
                .param("granted", granted)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }

    /** Ends one without a decision: whoever asked has taken it back. */
    void withdraw(long id) {
        jdbc.sql("update deadline_extension set decided_at = :now where id = :id")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }
}
