package cn.gdpilot.ministry;

import cn.gdpilot.calendar.PilotClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ministry has decided to select, until it is published. */
@Repository
class Selections {

    private final JdbcClient jdbc;

    Selections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String roundId, List<String> applications, String grounds) {
        clear(roundId);
        applications.forEach(id -> jdbc.sql("insert into selection (round_id, application_id, grounds) values (:round, :id, :grounds)")
                .param("round", roundId)
                .param("id", id)
                .param("grounds", grounds)
                .update());
    }

    /** Keeps who decided, when and why; the last decision of a round counts. */
    void decided(String roundId, Decision decision) {
        jdbc.sql("delete from selection_decision where round_id = :round").param("round", roundId).update();
        jdbc.sql("insert into selection_decision (round_id, decided_by, decided_at, grounds) values (:round, :person, :at, :grounds)")
                .param("round", roundId)
                .param("person", decision.decidedBy())
                .param("at", PilotClock.timestamp(decision.decidedAt()))
                .param("grounds", decision.grounds())
                .update();
    }

    /** Who decided; empty of rounds from before it was kept. */
    Optional<Decision> decision(String roundId) {
        return jdbc.sql("select decided_by, decided_at, grounds from selection_decision where round_id = :round")
                .param("round", roundId)
                .query(Decision.class)
                .optional();
    }

    void add(String roundId, String application, String grounds) {
        remove(roundId, application);
        jdbc.sql("insert into selection (round_id, application_id, grounds) values (:round, :id, :grounds)")
                .param("round", roundId)
                .param("id", application)
                .param("grounds", grounds)
                .update();
    }

    void remove(String roundId, String application) {
        jdbc.sql("delete from selection where round_id = :round and application_id = :id")
                .param("round", roundId)
                .param("id", application)
                .update();
    }

    void clear(String roundId) {
        jdbc.sql("delete from selection where round_id = :round").param("round", roundId).update();
    }

    List<String> of(String roundId) {
        return jdbc.sql("select application_id from selection where round_id = :round order by application_id")
                .param("round", roundId)
                .query(String.class)
                .list();
    }

    /**
     * The decision about a round's selection.
     *
     * @param decidedBy account of the lead
     * @param decidedAt when
     * @param grounds   why these and not others
     */
    record Decision(String decidedBy, Instant decidedAt, String grounds) {}
}
