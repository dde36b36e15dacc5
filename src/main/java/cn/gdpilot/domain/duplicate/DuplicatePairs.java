package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pairs found in a round, and what was decided about each. */
@Repository
public class DuplicatePairs {

    private final JdbcClient jdbc;

    DuplicatePairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a pair with what speaks for and against it, unless it is known already. */
    public void add(
            String roundId,
            String firstId,
            String secondId,
            Evidence evidence,
            DuplicateTable.Judgement judgement,
            String source) {
        boolean known = jdbc.sql(
                                "select count(*) from duplicate_pair where (first_id = :first and second_id = :second) or (first_id = :second and second_id = :first)")
                        .param("first", firstId)
                        .param("second", secondId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            of(firstId, secondId).ifPresent(pair -> judgeAgain(pair.id(), judgement, source));
        } else {
            insert(firstId + "+" + secondId, roundId, firstId, secondId, null, evidence, judgement, source);
        }
    }

    /** The same for an application and a pilot of an earlier round. */
    public void addPilot(
            String roundId,
            String firstId,
            long pilotId,
            Evidence evidence,
            DuplicateTable.Judgement judgement,
            String source) {
        boolean known = jdbc.sql("select count(*) from duplicate_pair where first_id = :first and pilot_id = :pilot")
                        .param("first", firstId)
                        .param("pilot", pilotId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            judgeAgain(firstId + "+P" + pilotId, judgement, source);
        } else {
            insert(firstId + "+P" + pilotId, roundId, firstId, null, pilotId, evidence, judgement, source);
        }
    }

    private void insert(
            String id,
            String roundId,
            String firstId,
            String secondId,
            Long pilotId,
            Evidence evidence,
            DuplicateTable.Judgement judgement,
            String source) {
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, pilot_id, similarity, verdict, message, source)
                values (:id, :round, :first, :second, :pilot, :similarity, :verdict, :message, :source)""")
                .param("id", id)
                .param("round", roundId)
                .param("first", firstId)
                .param("second", secondId, Types.VARCHAR)
                .param("pilot", pilotId, Types.BIGINT)
                .param("similarity", evidence.similarity())
                .param("verdict", judgement.verdict().name())
                .param("message", judgement.message())
                .param("source", source)
                .update();
        keep(id, PairEvidence.of(evidence));
    }

    private void keep(String pairId, PairEvidence evidence) {
        jdbc.sql("""
                insert into duplicate_evidence (pair_id, same_code, same_applicant, same_direction, shared_files, first_marks, second_marks, differences)
                values (:pair, :code, :applicant, :direction, :files, :first, :second, :differences)""")
                .param("pair", pairId)
                .param("code", evidence.sameCode())
                .param("applicant", evidence.sameApplicant())
                .param("direction", evidence.sameDirection())
                .param("files", evidence.sharedFiles())
                .param("first", evidence.firstMarks())
                .param("second", evidence.secondMarks())
                .param("differences", evidence.differences())
                .update();
    }

    /** True if it is known why the pair was found: not of pairs from before evidence was kept. */
    public boolean hasEvidence(String pairId) {
        return jdbc.sql("select count(*) from duplicate_evidence where pair_id = :pair")
                        .param("pair", pairId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Where nobody has decided a pair, what the table says now counts, and no rule goes by what it once said. A pair that only a
     * table held apart is open again if another version of it asks for a person.
     */
    private void judgeAgain(String pairId, DuplicateTable.Judgement judgement, String source) {
        if (judgement.needsPerson()) {
            jdbc.sql("""
                    update duplicate_pair set outcome = null, grounds = null, resolved_by = null, resolved_at = null,
                      verdict = :verdict, message = :message, source = :source
                    where id = :id and (outcome is null or outcome = 'DISTINCT' and resolved_by = 'system')""")
                    .param("verdict", judgement.verdict().name())
                    .param("message", judgement.message())
                    .param("source", source)
                    .param("id", pairId)
                    .update();
        }
    }

    /** Why the pair was found; of pairs from before evidence was kept, nothing. */
    public PairEvidence evidence(String pairId) {
        return jdbc.sql(
                        "select same_code, same_applicant, same_direction, shared_files, first_marks, second_marks, differences from duplicate_evidence where pair_id = :pair")
                .param("pair", pairId)
                .query(PairEvidence.class)
                .optional()
                .orElse(new PairEvidence(false, false, false, 0, "", "", ""));
    }

    /** The pair of that key, if there is one. */
    public Optional<DuplicatePair> find(String id) {
        return jdbc.sql("select * from duplicate_pair where id = :id")
                .param("id", id)
                .query(DuplicatePair.class)
                .optional();
    }

    /** The pair of that key, which is known. */
    public DuplicatePair get(String id) {
        return jdbc.sql("select * from duplicate_pair where id = :id")
                .param("id", id)
                .query(DuplicatePair.class)
                .single();
    }

    /** The pair of these two applications, in whichever order. */
    public Optional<DuplicatePair> of(String oneId, String otherId) {
        return jdbc.sql(
                        "select * from duplicate_pair where first_id = :one and second_id = :other or first_id = :other and second_id = :one")
                .param("one", oneId)
                .param("other", otherId)
                .query(DuplicatePair.class)
                .optional();
    }

    /** The pairs of a round that nobody has decided yet. */
    public List<DuplicatePair> open(String roundId) {
        return jdbc.sql("select * from duplicate_pair where round_id = :round and outcome is null order by id")
                .param("round", roundId)
                .query(DuplicatePair.class)
                .list();
    }

    /** The applications of a round that stand in a pair that nobody has decided yet. */
    public Set<String> undecided(String roundId) {
        return jdbc.sql("""
                select first_id from duplicate_pair where round_id = :round and outcome is null
                union select second_id from duplicate_pair where round_id = :round and outcome is null and second_id is not null""").param("round", roundId).query(String.class).set();
    }

    /** When a person last decided that the application is none of a pair's, or is the one of it that stands; empty if nobody has. */
    public Optional<Instant> settledAt(String applicationId) {
        return jdbc.sql("""
                select max(resolved_at) from duplicate_pair
                where outcome is not null and (first_id = :id or second_id = :id)""")
                .param("id", applicationId)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** The pairs of a round that were decided to be one project. */
    public List<DuplicatePair> same(String roundId) {
        return jdbc.sql("select * from duplicate_pair where round_id = :round and outcome = 'SAME' order by id")
                .param("round", roundId)
                .query(DuplicatePair.class)
                .list();
    }

    /** The same, and those whose verdict was set aside since, as they were decided: for whoever tells what was so. */
    public List<DuplicatePair> onceSame(String roundId) {
        return jdbc.sql("""
                select * from duplicate_pair where round_id = :round and outcome = 'SAME'
                union all
                select p.id, p.round_id, p.first_id, p.second_id, p.similarity, p.verdict, p.message, v.outcome, v.kept_id, v.grounds,
                  v.resolved_by, v.resolved_at, p.source, p.pilot_id
                from duplicate_verdict_set_aside v join duplicate_pair p on p.id = v.pair_id where p.round_id = :round""").param("round", roundId).query(DuplicatePair.class).list();
    }

    /** The applications that were dropped because this one stands. */
    public List<String> droppedFor(String keptId) {
        return jdbc.sql(
                        "select case when first_id = kept_id then second_id else first_id end from duplicate_pair where outcome = 'SAME' and kept_id = :kept")
                .param("kept", keptId)
                .query(String.class)
                .list();
    }

    /** True if a person has decided that these two are different projects. */
    public boolean heldApart(String oneId, String otherId) {
        return jdbc.sql("""
                        select count(*) from duplicate_pair
                        where outcome = 'DISTINCT' and resolved_by <> 'system' and (first_id = :one and second_id = :other or first_id = :other and second_id = :one)""")
                        .param("one", oneId)
                        .param("other", otherId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The same of an application and a pilot. */
    public boolean heldApart(String applicationId, long pilotId) {
        return jdbc.sql(
                                "select count(*) from duplicate_pair where outcome = 'DISTINCT' and resolved_by <> 'system' and first_id = :application and pilot_id = :pilot")
                        .param("application", applicationId)
                        .param("pilot", pilotId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** True if the application is one of a pair. */
    public boolean involves(String applicationId) {
        return jdbc.sql("select count(*) from duplicate_pair where first_id = :id or second_id = :id")
                        .param("id", applicationId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The applications of a round that are one of a pair. */
    public Set<String> involved(String roundId) {
        return jdbc.sql("""
                select first_id from duplicate_pair where round_id = :round
                union select second_id from duplicate_pair where round_id = :round and second_id is not null""").param("round", roundId).query(String.class).set();
    }

    /**
     * Writes down a person's decision.
     *
     * @throws Refusal if it was decided already
     */
    public void resolve(String id, DuplicateOutcome outcome, String keptId, String grounds, String person, Instant at) {
        if (!decide(id, outcome, keptId, grounds, person, at)) {
            throw Refusal.conflict("task.decided-already");
        }
    }

    /** The same; false if it was decided already. */
    public boolean decide(
            String id, DuplicateOutcome outcome, String keptId, String grounds, String person, Instant at) {
        int changed = jdbc.sql("""
                update duplicate_pair set outcome = :outcome, kept_id = :kept, grounds = :grounds, resolved_by = :person, resolved_at = :at
                where id = :id and outcome is null""")
                .param("outcome", outcome.name())
                .param("kept", keptId)
                .param("grounds", grounds)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
        return changed > 0;
    }

    /** The pairs for whose other side this application was dropped, a pilot's among them. */
    public List<DuplicatePair> dropping(String applicationId) {
        return jdbc.sql("""
                select * from duplicate_pair
                where outcome = 'SAME' and (first_id = :id or second_id = :id) and (kept_id is null or kept_id <> :id) order by id""")
                .param("id", applicationId)
                .query(DuplicatePair.class)
                .list();
    }

    /**
     * Writes down that both are different projects. A verdict that they are one is set aside and kept.
     *
     * @throws Refusal if they were held apart already
     */
    public void holdApart(String id, String grounds, String person, Instant at) {
        jdbc.sql("""
                insert into duplicate_verdict_set_aside (pair_id, outcome, kept_id, grounds, resolved_by, resolved_at, set_aside_at)
                select id, outcome, kept_id, grounds, resolved_by, resolved_at, cast(:at as timestamp with time zone)
                from duplicate_pair where id = :id and outcome = 'SAME'""").param("at", PilotClock.timestamp(at)).param("id", id).update();
        jdbc.sql("update duplicate_pair set outcome = null where id = :id and outcome = 'SAME'")
                .param("id", id)
                .update();
        resolve(id, DuplicateOutcome.DISTINCT, null, grounds, person, at);
    }

    /** The verdicts about a pair that were set aside, the earliest first. */
    public List<SetAside> setAside(String pairId) {
        return jdbc.sql(
                        "select kept_id, grounds, resolved_by, resolved_at, set_aside_at from duplicate_verdict_set_aside where pair_id = :pair order by id")
                .param("pair", pairId)
                .query(SetAside.class)
                .list();
    }

    /**
     * A verdict that both are one, which holds no more.
     *
     * @param keptId     which application stood; null where a pilot stood
     * @param grounds    why they were taken for one
     * @param resolvedBy who decided so
     * @param resolvedAt when
     * @param setAsideAt since when it holds no more
     */
    public record SetAside(String keptId, String grounds, String resolvedBy, Instant resolvedAt, Instant setAsideAt) {}
}
