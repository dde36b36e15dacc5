package cn.gdpilot.domain.record;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
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
        String why = grounds.rule() == null
                ? grounds.text()
                : grounds.rule() + " " + (grounds.text() == null ? "" : grounds.text());
        book.write(new RecordEvent(actor, "application.step", applicationId, why, from, to, null));
    }

    /**
     * Writes one line for each of many applications that the system moves at once, by one statement. Their line in the
     * record is the caller's: one for all, with the hash of what it covers.
     *
     * @param applications numbers
     * @param from         their states before, in the same order
     */
    public void addAll(List<String> applications, List<String> from, String to, Instant at, Grounds grounds) {
        addAll(applications, from, to, at, Actor.SYSTEM, grounds);
    }

    /** The same by a person. */
    public void addAll(
            List<String> applications, List<String> from, String to, Instant at, Actor actor, Grounds grounds) {
        jdbc.sql("""
                insert into application_event (application_id, at, actor, office, from_state, to_state, rule, grounds)
                select line.id, cast(:at as timestamp with time zone), cast(:actor as varchar), cast(:office as varchar), line.state,
                  cast(:to as varchar), cast(:rule as varchar), cast(:grounds as varchar)
                from unnest(cast(:ids as varchar array), cast(:states as varchar array)) as line (id, state)""")
                .param("at", Timestamp.from(at))
                .param("actor", actor.person())
                .param("office", actor.office())
                .param("to", to)
                .param("rule", grounds.rule())
                .param("grounds", grounds.text())
                .param("ids", new SqlArrayValue("varchar", applications.toArray()))
                .param("states", new SqlArrayValue("varchar", from.toArray()))
                .update();
    }

    /** The states that each of these applications has been in, by number; without those that have taken no step. */
    public Map<String, Set<String>> statesOf(Collection<String> applicationIds) {
        Map<String, Set<String>> states = new HashMap<>();
        jdbc.sql(
                        "select distinct application_id, to_state from application_event where application_id = any(cast(:ids as varchar array))")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(one -> states.computeIfAbsent(one.getKey(), id -> new HashSet<>())
                        .add(one.getValue()));
        return states;
    }

    /** On what grounds each of these applications came to that state the last time, by number; without those that never did. */
    public Map<String, Grounds> latest(Collection<String> applicationIds, String toState) {
        Map<String, Grounds> grounds = new HashMap<>();
        jdbc.sql("""
                select application_id, rule, grounds from application_event
                where application_id = any(cast(:ids as varchar array)) and to_state = :state order by id""")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .param("state", toState)
                .query((row, n) -> Map.entry(row.getString(1), new Grounds(row.getString(2), row.getString(3))))
                .list()
                .forEach(one -> grounds.put(one.getKey(), one.getValue()));
        return grounds;
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

    /** The newest line of one application: decisions are told from it, not from process variables, which people could have written. */
    public TimelineEntry last(String applicationId) {
        List<TimelineEntry> steps = of(applicationId);
        return steps.get(steps.size() - 1);
    }
}
