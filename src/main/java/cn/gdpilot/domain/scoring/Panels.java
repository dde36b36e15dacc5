package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The panels and who sits on them. */
@Repository
public class Panels {

    private static final String COLUMNS =
            "select id, round_id as roundid, level_name as level, application_id as applicationid, opened_at as openedat, closed_at as closedat, closed_because as closedbecause, scored_again_since as scoredagainsince from review_panel ";

    private final JdbcClient jdbc;

    Panels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Panel> find(UnitType level, String applicationId) {
        return jdbc.sql(COLUMNS + "where level_name = :level and application_id = :application")
                .param("level", level.name())
                .param("application", applicationId)
                .query(Panel.class)
                .optional();
    }

    public Panel get(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Panel.class)
                .single();
    }

    /** A level's panels of a round, in the order of projects. */
    public List<Panel> of(String roundId, UnitType level) {
        return jdbc.sql(COLUMNS + "where round_id = :round and level_name = :level order by application_id")
                .param("round", roundId)
                .param("level", level.name())
                .query(Panel.class)
                .list();
    }

    /** Everybody who was asked, in the order of asking. */
    public List<Assignment> members(long panelId) {
        return jdbc.sql("select * from review_assignment where panel_id = :panel order by id")
                .param("panel", panelId)
                .query(Assignment.class)
                .list();
    }

    /** The same for all panels of a level in a round, by panel. */
    Map<Long, List<Assignment>> members(String roundId, UnitType level) {
        return jdbc
                .sql("""
                select a.id, a.panel_id as panelid, a.expert, a.state, a.appointed_at as appointedat, a.due_at as dueat,
                a.declared_at as declaredat, a.ended_at as endedat, a.reason, a.total
                from review_assignment a join review_panel p on p.id = a.panel_id where p.round_id = :round and p.level_name = :level order by a.id""")
                .param("round", roundId)
                .param("level", level.name())
                .query(Assignment.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Assignment::panelId));
    }

    /** What an expert was ever asked, the newest first. */
    public List<Assignment> ofExpert(String account) {
        return jdbc.sql("select * from review_assignment where expert = :account order by id desc")
                .param("account", account)
                .query(Assignment.class)
                .list();
    }

    public Optional<Assignment> assignment(long id) {
        return jdbc.sql("select * from review_assignment where id = :id")
                .param("id", id)
                .query(Assignment.class)
                .optional();
    }

    /** True if that expert may read that project's dossier, for whatever level. */
    public boolean mayRead(String account, String applicationId) {
        return jdbc
                .sql("""
                select a.* from review_assignment a join review_panel p on p.id = a.panel_id
                where a.expert = :account and p.application_id = :application""")
                .param("account", account)
                .param("application", applicationId)
                .query(Assignment.class)
                .list()
                .stream()
                .anyMatch(Assignment::mayRead);
    }

    Assignment lock(long id) {
        return jdbc.sql("select * from review_assignment where id = :id for update")
                .param("id", id)
                .query(Assignment.class)
                .single();
    }

    /** Who ended as biased on any of these projects, at whatever level. */
    Set<String> biased(Collection<String> applicationIds) {
        return applicationIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select distinct a.expert from review_assignment a join review_panel p on p.id = a.panel_id
                        where a.state = 'BIASED' and p.application_id in (:applications)""")
                        .param("applications", applicationIds)
                        .query(String.class)
                        .list());
    }

    /** How many projects of a round each expert has or had on the desk, by account; experts without one are left out. */
    Map<String, Integer> loads(String roundId) {
        Map<String, Integer> loads = new HashMap<>();
        jdbc.sql("""
                select a.expert, count(*) from review_assignment a join review_panel p on p.id = a.panel_id
                where p.round_id = :round and a.state in ('APPOINTED', 'READING', 'SCORED') group by a.expert""").param("round", roundId).query(row -> {
            loads.put(row.getString(1), row.getInt(2));
        });
        return loads;
    }

    void open(String roundId, UnitType level, String applicationId, Instant at) {
        jdbc.sql(
                        "insert into review_panel (round_id, level_name, application_id, opened_at) values (:round, :level, :application, :at)")
                .param("round", roundId)
                .param("level", level.name())
                .param("application", applicationId)
                .param("at", PilotClock.timestamp(at))
                .update();
    }

    void close(long id, Instant at, String because) {
        jdbc.sql(
                        "update review_panel set closed_at = :at, closed_because = :because where id = :id and closed_at is null")
                .param("at", PilotClock.timestamp(at))
                .param("because", because)
                .param("id", id)
                .update();
    }

    /** Takes back that it was closed. */
    void reopen(long id) {
        jdbc.sql("update review_panel set closed_at = null, closed_because = null where id = :id")
                .param("id", id)
                .update();
    }

    /** The same, since a score that it had been closed with counts no more. */
    void scoreAgain(long id, Instant at) {
        reopen(id);
        jdbc.sql("update review_panel set scored_again_since = :at where id = :id")
                .param("at", PilotClock.timestamp(at))
                .param("id", id)
                .update();
    }

    /** Asks an expert; whose earlier part was ended, because the project had gone, begins again. */
    void appoint(long panelId, String account, Instant at, Instant due) {
        int again = write(panelId, account, at, due, """
                update review_assignment
                set state = 'APPOINTED', appointed_at = :at, due_at = :due, declared_at = null, ended_at = null, reason = null
                where panel_id = :panel and expert = :account and state = 'ENDED'""");
        if (again == 0) {
            write(panelId, account, at, due, """
                    insert into review_assignment (panel_id, expert, state, appointed_at, due_at)
                    values (:panel, :account, 'APPOINTED', :at, :due)""");
        }
    }

    private int write(long panelId, String account, Instant at, Instant due, String statement) {
        return jdbc.sql(statement)
                .param("panel", panelId)
                .param("account", account)
                .param("at", PilotClock.timestamp(at))
                .param("due", PilotClock.timestamp(due))
                .update();
    }

    void declared(long assignment, Instant at) {
        jdbc.sql("update review_assignment set state = 'READING', declared_at = :at where id = :id")
                .param("at", PilotClock.timestamp(at))
                .param("id", assignment)
                .update();
    }

    void end(long assignment, Assignment.State state, Double total, String reason, Instant at) {
        jdbc.sql(
                        "update review_assignment set state = :state, total = :total, reason = :reason, ended_at = :at where id = :id")
                .param("state", state.name())
                .param("total", total)
                .param("reason", reason)
                .param("at", PilotClock.timestamp(at))
                .param("id", assignment)
                .update();
    }
}
