package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units' lists. Every change locks the list's row first; the database holds the quota by a constraint. */
@Repository
public class Recommendations {

    private final JdbcClient jdbc;

    Recommendations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a unit's list, once; a second call changes nothing. */
    public void open(String roundId, Unit unit, Quota quota, String source) {
        if (find(roundId, unit.id()).isPresent()) {
            return;
        }
        jdbc.sql("""
                insert into recommendation (id, round_id, unit_id, state, quota, quota_source, destination, deadline, table_copies, paper_copies, disc_copies)
                values (:id, :round, :unit, 'RANKING', :quota, :source, :destination, :deadline, :tables, :papers, :discs)""")
                .param("id", Recommendation.idOf(roundId, unit.id()))
                .param("round", roundId)
                .param("unit", unit.id())
                .param("quota", quota.quota())
                .param("source", source)
                .param("destination", quota.destinationUnit())
                .param("deadline", quota.deadline().name())
                .param("tables", quota.tableCopies())
                .param("papers", quota.paperCopies())
                .param("discs", quota.discCopies())
                .update();
    }

    public Optional<Recommendation> find(String roundId, String unitId) {
        return jdbc.sql("select * from recommendation where id = :id")
                .param("id", Recommendation.idOf(roundId, unitId))
                .query(Recommendation.class)
                .optional();
    }

    /** The list of a unit that recommends in that round. */
    public Recommendation get(String roundId, String unitId) {
        return find(roundId, unitId).orElseThrow(() -> Refusal.notFound("recommendation.unknown", unitId));
    }

    /** The lists of a round, by unit. */
    public List<Recommendation> ofRound(String roundId) {
        return jdbc.sql("select * from recommendation where round_id = :round order by unit_id")
                .param("round", roundId)
                .query(Recommendation.class)
                .list();
    }

    /** The list, its row locked until the end of the transaction. */
    public Recommendation lock(String roundId, String unitId) {
        return jdbc.sql("select * from recommendation where id = :id for update")
                .param("id", Recommendation.idOf(roundId, unitId))
                .query(Recommendation.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("recommendation.unknown", unitId));
    }

    /** The ranked applications in order of priority (R3.6). */
    public List<String> ranked(Recommendation list) {
        return jdbc.sql("select application_id from ranked_project where recommendation_id = :id order by place")
                .param("id", list.id())
                .query(String.class)
                .list();
    }

    /** The units on whose lists this project stands. */
    public Set<String> unitsRanking(String applicationId) {
        return jdbc.sql("""
                select r.unit_id from ranked_project p join recommendation r on r.id = p.recommendation_id
                where p.application_id = :application""")
                .param("application", applicationId)
                .query(String.class)
                .set();
    }

    /** The projects on all lists of a round that have arrived at that office. */
    public Set<String> projectsArrived(String roundId, String destination) {
        return jdbc.sql("""
                select p.application_id from ranked_project p join recommendation r on r.id = p.recommendation_id
                where r.round_id = :round and r.destination = :destination and r.state = 'ARRIVED'""")
                .param("round", roundId)
                .param("destination", destination)
                .query(String.class)
                .set();
    }

    /**
     * Puts a project at the end of the list.
     *
     * @throws Refusal if the quota is used up (R3.2–R3.5)
     */
    public void append(String roundId, String unitId, String applicationId) {
        Recommendation list = lockOpen(roundId, unitId);
        List<String> ranked = ranked(list);
        if (!ranked.contains(applicationId)) {
            insert(list, applicationId, ranked.size() + 1);
            changed(list);
        }
    }

    /**
     * Replaces the whole order.
     *
     * @throws Refusal if it is longer than the quota (R3.2–R3.5), names a project twice, or the list is signed already
     */
    public void rank(String roundId, String unitId, List<String> applications) {
        Recommendation list = lockOpen(roundId, unitId);
        if (Set.copyOf(applications).size() < applications.size()) {
            throw Refusal.byRule("R3.6", "ranking.twice");
        }
        jdbc.sql("delete from ranked_project where recommendation_id = :id")
                .param("id", list.id())
                .update();
        for (int i = 0; i < applications.size(); i++) {
            insert(list, applications.get(i), i + 1);
        }
        changed(list);
    }

    /** Counts a change of the list; whoever saw an earlier version is told. */
    public void changed(Recommendation list) {
        jdbc.sql("update recommendation set list_version = list_version + 1 where id = :id")
                .param("id", list.id())
                .update();
    }

    /** Takes a project off every list that is still open; the places behind it move up. */
    public void drop(String applicationId) {
        for (String unitId : unitsRanking(applicationId)) {
            jdbc
                    .sql(
                            "select * from recommendation r where unit_id = :unit and exists (select 1 from ranked_project p where p.recommendation_id = r.id and p.application_id = :application) for update")
                    .param("unit", unitId)
                    .param("application", applicationId)
                    .query(Recommendation.class)
                    .list()
                    .stream()
                    .filter(Recommendation::open)
                    .forEach(list -> rank(
                            list.roundId(),
                            unitId,
                            ranked(list).stream()
                                    .filter(id -> !id.equals(applicationId))
                                    .toList()));
        }
    }

    /**
     * Notes that the order is settled and by whom.
     *
     * @param zeroReason why the list is empty; null if it is not
     */
    public void ranked(Recommendation list, String person, String zeroReason) {
        moveTo(list, State.RANKED, "ranked_by = :person, settled_version = list_version", person, null);
        jdbc.sql("update recommendation set zero_reason = :reason where id = :id")
                .param("reason", zeroReason)
                .param("id", list.id())
                .update();
    }

    /** The lead sent it back. */
    public void reopened(Recommendation list) {
        moveTo(list, State.RANKING, "ranked_by = null, settled_version = null, zero_reason = null", null, null);
    }

    /** Takes a signed list back: it is ranked, signed and handed over anew. */
    public void recalled(Recommendation list) {
        moveTo(
                list,
                State.RANKING,
                "ranked_by = null, settled_version = null, zero_reason = null, signed_by = null, signed_at = null, summary_sha256 = null, sent_by = null, sent_at = null, courier_number = null, arrived_at = null",
                null,
                null);
    }

    /**
     * Holds that the list, which the caller has locked, has a place left.
     *
     * @throws Refusal if the quota is used up (R3.2–R3.5)
     */
    public void holdPlace(Recommendation list) {
        holdPlace(list, ranked(list).size() + 1);
    }

    /**
     * Puts a project behind the others on a list that has gone already.
     *
     * @throws Refusal if the quota is used up (R3.2–R3.5)
     */
    public void supplement(Recommendation list, String applicationId) {
        insert(list, applicationId, ranked(list).size() + 1);
    }

    public void signed(Recommendation list, String person, Instant at) {
        moveTo(list, State.SIGNED, "signed_by = :person, signed_at = :at", person, at);
    }

    /** Signs a list without any project: it goes nowhere. */
    public void reportedZero(Recommendation list, String person, Instant at) {
        moveTo(list, State.ZERO, "signed_by = :person, signed_at = :at", person, at);
    }

    /** Keeps the key of the summary table that was made at signing. */
    public void summaryMade(Recommendation list, String sha256) {
        jdbc.sql("update recommendation set summary_sha256 = :sha where id = :id")
                .param("sha", sha256)
                .param("id", list.id())
                .update();
    }

    public void sent(Recommendation list, String person, String courierNumber, Instant at) {
        moveTo(list, State.SENT, "sent_by = :person, sent_at = :at", person, at);
        jdbc.sql("update recommendation set courier_number = :courier where id = :id")
                .param("courier", courierNumber)
                .param("id", list.id())
                .update();
    }

    public void arrived(Recommendation list, Instant at) {
        moveTo(list, State.ARRIVED, "arrived_at = :at", null, at);
    }

    /** Lists of these units that have neither arrived nor been closed, their rows locked until the end of the transaction. */
    public List<Recommendation> lockUndelivered(String roundId, Collection<String> unitIds) {
        return jdbc.sql("""
                select * from recommendation where round_id = :round and unit_id in (:units) and state not in ('ARRIVED', 'MISSED', 'ZERO')
                order by id for update""")
                .param("round", roundId)
                .param("units", unitIds)
                .query(Recommendation.class)
                .list();
    }

    /** The units of a round that have such a list; locks nothing. */
    public List<String> unitsUndelivered(String roundId) {
        return jdbc.sql(
                        "select unit_id from recommendation where round_id = :round and state not in ('ARRIVED', 'MISSED', 'ZERO')")
                .param("round", roundId)
                .query(String.class)
                .list();
    }

    /** Closes lists that have not arrived in time. */
    public void missed(List<Recommendation> lists) {
        if (!lists.isEmpty()) {
            jdbc.sql("update recommendation set state = 'MISSED', arrived_at = null where id in (:ids)")
                    .param("ids", lists.stream().map(Recommendation::id).toList())
                    .update();
        }
    }

    /** Brings back a list that missed its deadline, to where it was when it did. */
    public Recommendation reinstated(Recommendation list) {
        moveTo(list, list.stateBeforeMissing(), "arrived_at = null", null, null);
        return get(list.roundId(), list.unitId());
    }

    private void moveTo(Recommendation list, State state, String also, String person, Instant at) {
        jdbc.sql("update recommendation set state = :state, " + also + " where id = :id")
                .param("state", state.name())
                .param("person", person)
                .param("at", PilotClock.timestamp(at))
                .param("id", list.id())
                .update();
    }

    private Recommendation lockOpen(String roundId, String unitId) {
        Recommendation list = lock(roundId, unitId);
        if (!list.open()) {
            throw Refusal.conflict("ranking.closed");
        }
        return list;
    }

    private static void holdPlace(Recommendation list, int place) {
        if (place > list.quota()) {
            throw Refusal.byRule(list.quotaRule(), "ranking.quota", list.quota(), place);
        }
    }

    private void insert(Recommendation list, String applicationId, int place) {
        holdPlace(list, place);
        jdbc.sql(
                        "insert into ranked_project (recommendation_id, application_id, place, quota) values (:id, :application, :place, :quota)")
                .param("id", list.id())
                .param("application", applicationId)
                .param("place", place)
                .param("quota", list.quota())
                .update();
    }
}
