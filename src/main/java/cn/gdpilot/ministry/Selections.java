package cn.gdpilot.ministry;

import java.util.List;
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
}
