package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ministry has decided to select, until it is published. */
@Repository
class Selections implements MinistrySelection {

    private final JdbcClient jdbc;

    Selections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String roundId, List<String> applications) {
        clear(roundId);
        applications.forEach(id -> add(roundId, id));
    }

    /** Keeps who decided, when and why; the last decision of a round counts. */
    void decided(String roundId, Decision decision) {
        jdbc.sql("delete from selection_decision where round_id = :round")
                .param("round", roundId)
                .update();
        jdbc.sql(
                        "insert into selection_decision (round_id, decided_by, decided_at, grounds, stands) values (:round, :person, :at, :grounds, true)")
                .param("round", roundId)
                .param("person", decision.decidedBy())
                .param("at", PilotClock.timestamp(decision.decidedAt()))
                .param("grounds", decision.grounds())
                .update();
    }

    /** Keeps who said that the decided selection is published, and when; a new decision is to be published anew. */
    void toPublish(String roundId, String person, Instant at) {
        jdbc.sql("update selection_decision set published_by = :person, published_at = :at where round_id = :round")
                .param("round", roundId)
                .param("person", person)
                .param("at", PilotClock.timestamp(at))
                .update();
    }

    @Override
    public boolean isToBePublished(String roundId) {
        return jdbc.sql("select count(*) from selection_decision where round_id = :round and published_by is not null")
                        .param("round", roundId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Instant> decidedAt(String roundId) {
        return decision(roundId).map(Decision::decidedAt);
    }

    /** Who decided; empty of rounds from before it was kept. */
    Optional<Decision> decision(String roundId) {
        return jdbc.sql("select decided_by, decided_at, grounds from selection_decision where round_id = :round")
                .param("round", roundId)
                .query(Decision.class)
                .optional();
    }

    /** Puts a project on the selection or takes it off, and keeps who did so, when and why; what was so before stays so. */
    void change(String roundId, String application, boolean selected, Decision because) {
        remove(roundId, application);
        if (selected) {
            add(roundId, application);
        }
        jdbc.sql("""
                insert into selection_change (round_id, application_id, selected, changed_by, changed_at, grounds)
                values (:round, :id, :selected, :person, :at, :grounds)""")
                .param("round", roundId)
                .param("id", application)
                .param("selected", selected)
                .param("person", because.decidedBy())
                .param("at", PilotClock.timestamp(because.decidedAt()))
                .param("grounds", because.grounds())
                .update();
    }

    /** The last change of each project since the selection was decided; what came before it was decided anew. */
    Map<String, Decision> changes(String roundId) {
        Map<String, Decision> last = new HashMap<>();
        jdbc.sql("""
                select c.application_id, c.changed_by, c.changed_at, c.grounds from selection_change c
                join selection_decision d on d.round_id = c.round_id
                where c.round_id = :round and c.changed_at >= d.decided_at order by c.id""").param("round", roundId).query(row -> {
            last.put(
                    row.getString(1),
                    new Decision(
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4)));
        });
        return last;
    }

    /** True if an objection that was upheld since that moment has put it on the round's selection, whatever was decided anew since. */
    boolean isPutOnSince(String roundId, String application, Instant since) {
        return jdbc.sql("""
                select selected from selection_change
                where round_id = :round and application_id = :id and changed_at >= :since order by id desc fetch first 1 rows only""")
                .param("round", roundId)
                .param("id", application)
                .param("since", PilotClock.timestamp(since))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void add(String roundId, String application) {
        jdbc.sql("insert into selection (round_id, application_id) values (:round, :id)")
                .param("round", roundId)
                .param("id", application)
                .update();
    }

    private void remove(String roundId, String application) {
        jdbc.sql("delete from selection where round_id = :round and application_id = :id")
                .param("round", roundId)
                .param("id", application)
                .update();
    }

    void clear(String roundId) {
        jdbc.sql(
                        "update selection_decision set published_by = null, published_at = null, stands = false where round_id = :round")
                .param("round", roundId)
                .update();
        jdbc.sql("delete from selection where round_id = :round")
                .param("round", roundId)
                .update();
        jdbc.sql("delete from selection_passed_over where round_id = :round")
                .param("round", roundId)
                .update();
    }

    /** Keeps why projects were passed over that stood before a selected one, by application. */
    void passedOver(String roundId, Map<String, String> reasons) {
        reasons.forEach((id, reason) -> jdbc.sql(
                        "insert into selection_passed_over (round_id, application_id, reason) values (:round, :id, :reason)")
                .param("round", roundId)
                .param("id", id)
                .param("reason", reason)
                .update());
    }

    /** Why that project was passed over; empty if it was not. */
    Optional<String> whyPassedOver(String roundId, String application) {
        return jdbc.sql("select reason from selection_passed_over where round_id = :round and application_id = :id")
                .param("round", roundId)
                .param("id", application)
                .query(String.class)
                .optional();
    }

    /** True also where the lead has decided to select none. */
    @Override
    public boolean decided(String roundId) {
        return jdbc.sql("select count(*) from selection_decision where round_id = :round and stands")
                        .param("round", roundId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<String> of(String roundId) {
        return jdbc.sql("select application_id from selection where round_id = :round order by application_id")
                .param("round", roundId)
                .query(String.class)
                .list();
    }

    /**
     * The decision about a round's selection, or about one project of it.
     *
     * @param decidedBy account of the lead, or of the officer who upheld an objection
     * @param decidedAt when
     * @param grounds   why these and not others, or why this one
     */
    record Decision(String decidedBy, Instant decidedAt, String grounds) {}
}
