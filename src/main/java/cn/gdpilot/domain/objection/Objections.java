package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The objections; the words of one are never changed, its answer is written once. */
@Repository
public class Objections {

    private static final String ALL = """
            select id, round_id, unit_id, publicity_id, application_id, about_state, applicant_id, person, contact, taken_by, words,
              received_at, due_at, state, effect, grounds, answered_by, answered_at, remedy, remedy_grounds, remedied_by, remedied_at, carried_out from objection""";

    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps an objection.
     *
     * @param aboutStep which step of the project's way it is about; null if it is about a list
     * @param answerDays working days that its answer has
     * @throws Refusal if the applicant has objected to that step already
     */
    Objection add(Objection said, Integer aboutStep, int answerDays) {
        KeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                    insert into objection (round_id, unit_id, publicity_id, application_id, about_step, about_state, applicant_id, person,
                      contact, taken_by, words, received_at, due_at, answer_days, state)
                    values (:round, :unit, :publicity, :application, :step, :aboutState, :applicant, :person,
                      :contact, :takenBy, :words, :receivedAt, :dueAt, :answerDays, 'OPEN')""")
                    .param("round", said.roundId())
                    .param("unit", said.unitId())
                    .param("publicity", said.publicityId())
                    .param("application", said.applicationId())
                    .param("step", aboutStep)
                    .param(
                            "aboutState",
                            said.aboutState() == null ? null : said.aboutState().name())
                    .param("applicant", said.applicantId())
                    .param("person", said.person())
                    .param("contact", said.contact())
                    .param("takenBy", said.takenBy())
                    .param("words", said.words())
                    .param("receivedAt", PilotClock.timestamp(said.receivedAt()))
                    .param("dueAt", PilotClock.timestamp(said.dueAt()))
                    .param("answerDays", answerDays)
                    .update(key, "id");
        } catch (DuplicateKeyException again) {
            throw Refusal.conflict("objection.again");
        }
        return get(key.getKeyAs(Long.class));
    }

    /**
     * The objection of that key.
     *
     * @throws Refusal if there is none
     */
    public Objection get(long id) {
        return jdbc.sql(ALL + " where id = :id")
                .param("id", id)
                .query(Objection.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("objection.unknown"));
    }

    /** An office's objections of a round, the newest first. */
    public List<Objection> ofUnit(String roundId, String unitId) {
        return jdbc.sql(ALL + " where round_id = :round and unit_id = :unit order by id desc")
                .param("round", roundId)
                .param("unit", unitId)
                .query(Objection.class)
                .list();
    }

    /** What an applicant has said against outcomes of a project of its own, or lists that concern it; the newest first. */
    public List<Objection> ofApplicant(long applicantId, String applicationId) {
        return jdbc.sql(ALL + " where applicant_id = :applicant and application_id = :application order by id desc")
                .param("applicant", applicantId)
                .param("application", applicationId)
                .query(Objection.class)
                .list();
    }

    /** All that was said about a project, by whomever; the oldest first. */
    public List<Objection> ofProject(String applicationId) {
        return jdbc.sql(ALL + " where application_id = :application order by id")
                .param("application", applicationId)
                .query(Objection.class)
                .list();
    }

    /** Those of a round that wait for an answer, or for the lead; the oldest first. */
    public List<Objection> waiting(String roundId) {
        return jdbc.sql(
                        ALL
                                + " where round_id = :round and (state = 'OPEN' or remedy = 'ASKED' and remedied_at is null) order by id")
                .param("round", roundId)
                .query(Objection.class)
                .list();
    }

    /** Those that wait for an answer which is not overdue, in all rounds, by their keys with the working days that it has. */
    Map<Long, Integer> due(Instant now) {
        Map<Long, Integer> days = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, answer_days from objection where answer_days is not null and state = 'OPEN' and due_at > :now order by id")
                .param("now", PilotClock.timestamp(now))
                .query((row, n) -> days.put(row.getLong("id"), row.getInt("answer_days")))
                .list();
        return days;
    }

    /** Moves the day of an answer later; false if it is answered, or as late already. */
    boolean later(long id, Instant dueAt) {
        return jdbc.sql("update objection set due_at = :dueAt where id = :id and state = 'OPEN' and due_at < :dueAt")
                        .param("dueAt", PilotClock.timestamp(dueAt))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** How many objections to a list wait for an answer. */
    public int open(long publicityId) {
        return jdbc.sql("select count(*) from objection where publicity_id = :publicity and state = 'OPEN'")
                .param("publicity", publicityId)
                .query(Integer.class)
                .single();
    }

    /** Erases who objected in a round, and how they were to be reached; words and answers stay. */
    public void eraseContacts(String roundId) {
        jdbc.sql("update objection set person = '', contact = '' where round_id = :round and state <> 'OPEN'")
                .param("round", roundId)
                .update();
    }

    /** Notes that the lead is asked. */
    void askLead(long id) {
        jdbc.sql("update objection set remedy = 'ASKED' where id = :id and state = 'UPHELD' and remedied_at is null")
                .param("id", id)
                .update();
    }

    /** Writes what the lead decided; false if it is decided already. */
    boolean remedy(long id, Objection.Remedy remedy, String grounds, String lead, Instant at) {
        return jdbc.sql("""
                        update objection set remedy = :remedy, remedy_grounds = :grounds, remedied_by = :lead, remedied_at = :at
                        where id = :id and state = 'UPHELD' and remedied_at is null""")
                        .param("remedy", remedy.name())
                        .param("grounds", grounds)
                        .param("lead", lead)
                        .param("at", PilotClock.timestamp(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps what has become of the project by it. */
    void carriedOut(long id, Reversal reversal) {
        jdbc.sql("update objection set carried_out = :reversal where id = :id")
                .param("reversal", reversal.name())
                .param("id", id)
                .update();
    }

    /** All that an applicant has said, the newest first. */
    public List<Objection> ofApplicant(long applicantId) {
        return jdbc.sql(ALL + " where applicant_id = :applicant order by id desc")
                .param("applicant", applicantId)
                .query(Objection.class)
                .list();
    }

    /** Writes the answer; false if there is one already. */
    boolean answer(
            long id, Objection.State state, Objection.Effect effect, String grounds, String officer, Instant at) {
        return jdbc.sql("""
                        update objection set state = :state, effect = :effect, grounds = :grounds, answered_by = :officer, answered_at = :at
                        where id = :id and state = 'OPEN'""")
                        .param("state", state.name())
                        .param("effect", effect.name())
                        .param("grounds", grounds)
                        .param("officer", officer)
                        .param("at", PilotClock.timestamp(at))
                        .param("id", id)
                        .update()
                == 1;
    }
}
