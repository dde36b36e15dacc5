package cn.gdpilot.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every step that an application has taken, in order; lines are added and never changed. */
@Repository
public class Timeline {

    private final JdbcClient jdbc;
    private final RecordBook book;

    Timeline(JdbcClient jdbc, RecordBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** Writes one line. */
    public void add(String applicationId, Instant at, Actor actor, String from, String to, Grounds grounds) {
        jdbc.sql("""
                insert into application_event (application_id, at, actor, office, from_state, to_state, rule, grounds)
                values (:id, :at, :actor, :office, :from, :to, :rule, :grounds)""")
                .param("id", applicationId)
                .param("at", Timestamp.from(at))
                .param("actor", actor.person())
                .param("office", actor.office())
                .param("from", from)
                .param("to", to)
                .param("rule", grounds.rule())
                .param("grounds", grounds.text())
                .update();
        String why = grounds.rule() == null ? grounds.text() : grounds.rule() + " " + (grounds.text() == null ? "" : grounds.text());
        book.write(new RecordEvent(actor, "application.step", applicationId, why, from, to, null));
    }

    /** The lines of one application, the oldest first. */
    public List<TimelineEntry> of(String applicationId) {
        return jdbc.sql("""
                select at, actor, office, from_state, to_state, rule, grounds
                from application_event where application_id = :id order by id""")
                .param("id", applicationId)
                .query(TimelineEntry.class)
                .list();
    }
}
