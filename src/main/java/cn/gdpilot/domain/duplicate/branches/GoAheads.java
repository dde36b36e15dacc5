package cn.gdpilot.domain.duplicate.branches;

import cn.gdpilot.domain.calendar.PilotClock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed and decided about going ahead, for good. */
@Repository
class GoAheads {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    GoAheads(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void propose(String roundId, String grounds, String person) {
        jdbc.sql("""
                insert into go_ahead (round_id, grounds, proposed_by, proposed_at)
                values (:round, :grounds, :person, :now)""")
                .param("round", roundId)
                .param("grounds", grounds)
                .param("person", person)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** The newest proposal of a round that nobody has decided. */
    Optional<Proposal> open(String roundId) {
        return jdbc.sql("""
                select id, grounds, proposed_by, proposed_at from go_ahead
                where round_id = :round and decided_at is null order by id desc fetch first 1 row only""").param("round", roundId).query(Proposal.class).optional();
    }

    void decide(long id, boolean granted, String grounds, String person) {
        jdbc.sql("""
                update go_ahead set granted = :granted, decided_grounds = :grounds, decided_by = :person, decided_at = :now
                where id = :id""")
                .param("granted", granted)
                .param("grounds", grounds)
                .param("person", person)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }

    boolean granted(String roundId) {
        return jdbc.sql("select count(*) from go_ahead where round_id = :round and granted")
                        .param("round", roundId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
