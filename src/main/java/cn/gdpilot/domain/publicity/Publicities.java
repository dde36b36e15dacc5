package cn.gdpilot.domain.publicity;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The public lists. */
@Repository
public class Publicities {

    private final JdbcClient jdbc;
    private final HearingSettings settings;

    Publicities(JdbcClient jdbc, HearingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whether that office makes its list of that round public. */
    public boolean organised(String roundId, String unitId) {
        return jdbc.sql("select organised from publicity_plan where round_id = :round and unit_id = :unit")
                .param("round", roundId)
                .param("unit", unitId)
                .query(Boolean.class)
                .optional()
                .orElse(settings.publicity());
    }

    /** Sets whether that office makes its list of that round public. */
    public void organise(String roundId, String unitId, boolean organised) {
        int known = jdbc.sql(
                        "update publicity_plan set organised = :organised where round_id = :round and unit_id = :unit")
                .param("organised", organised)
                .param("round", roundId)
                .param("unit", unitId)
                .update();
        if (known == 0) {
            jdbc.sql("insert into publicity_plan (round_id, unit_id, organised) values (:round, :unit, :organised)")
                    .param("organised", organised)
                    .param("round", roundId)
                    .param("unit", unitId)
                    .update();
        }
    }

    /**
     * Makes a list public.
     *
     * @param list numbers of the projects in their order, none twice
     * @param days the working days of it, with which its end may move later; null where it stays
     */
    public Publicity open(
            String roundId,
            String unitId,
            List<String> list,
            String officer,
            Instant at,
            Instant endsAt,
            Integer days) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into publicity (round_id, unit_id, opened_by, opened_at, ends_at, days)
                values (:round, :unit, :officer, :at, :endsAt, :days)""")
                .param("round", roundId)
                .param("unit", unitId)
                .param("officer", officer)
                .param("at", PilotClock.timestamp(at))
                .param("endsAt", PilotClock.timestamp(endsAt))
                .param("days", days)
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (int i = 0; i < list.size(); i++) {
            write(id, list.get(i), i + 1, PublicProject.State.LISTED);
        }
        return get(id);
    }

    /**
     * The public list of that key.
     *
     * @throws Refusal if there is none
     */
    public Publicity get(long id) {
        return jdbc.sql("select * from publicity where id = :id")
                .param("id", id)
                .query(Publicity.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("publicity.unknown"));
    }

    /** The same, its row locked until the end of the transaction: whoever comes second sees what the first has done. */
    public Publicity lock(long id) {
        return jdbc.sql("select * from publicity where id = :id for update")
                .param("id", id)
                .query(Publicity.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("publicity.unknown"));
    }

    /** The newest public list of an office in a round, if it has made one public. */
    public Optional<Publicity> newest(String roundId, String unitId) {
        return jdbc.sql(
                        "select * from publicity where round_id = :round and unit_id = :unit order by id desc fetch first 1 rows only")
                .param("round", roundId)
                .param("unit", unitId)
                .query(Publicity.class)
                .optional();
    }

    /** All public lists of a round, the newest first. */
    public List<Publicity> ofRound(String roundId) {
        return jdbc.sql("select * from publicity where round_id = :round order by id desc")
                .param("round", roundId)
                .query(Publicity.class)
                .list();
    }

    /** Keeps that an office makes its list of a round public no further, with its grounds. */
    public void forgo(String roundId, String unitId, String grounds, String officer, Instant at) {
        jdbc.sql("""
                insert into publicity_forgone (round_id, unit_id, grounds, decided_by, decided_at)
                values (:round, :unit, :grounds, :officer, :at)""")
                .param("round", roundId)
                .param("unit", unitId)
                .param("grounds", grounds)
                .param("officer", officer)
                .param("at", PilotClock.timestamp(at))
                .update();
    }

    /** When an office has last decided to make its list of a round public no further; empty if it never has. */
    public Optional<Instant> forgoneAt(String roundId, String unitId) {
        return jdbc.sql(
                        "select decided_at from publicity_forgone where round_id = :round and unit_id = :unit order by id desc fetch first 1 rows only")
                .param("round", roundId)
                .param("unit", unitId)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** True if the office has decided after this list that it makes its list of the round public no further. */
    public boolean isForgone(Publicity list) {
        return forgoneAt(list.roundId(), list.unitId())
                .filter(at -> !at.isBefore(list.openedAt()))
                .isPresent();
    }

    /** All such decisions of a round, the newest first. */
    public List<Forgone> forgone(String roundId) {
        return jdbc.sql(
                        "select unit_id, grounds, decided_by, decided_at from publicity_forgone where round_id = :round order by id desc")
                .param("round", roundId)
                .query(Forgone.class)
                .list();
    }

    /**
     * An office's decision to make its list of a round public no further.
     *
     * @param decidedBy account of the officer; not for the public
     */
    public record Forgone(String unitId, String grounds, String decidedBy, Instant decidedAt) {}

    /** Those that take objections at that moment and whose end was worked out from working days, by their keys with these days. */
    public Map<Long, Integer> running(Instant now) {
        Map<Long, Integer> days = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, days from publicity where days is not null and closed_at is null and ends_at > :now order by id")
                .param("now", PilotClock.timestamp(now))
                .query((row, n) -> days.put(row.getLong("id"), row.getInt("days")))
                .list();
        return days;
    }

    /** Moves the end later; the caller holds the row. */
    public void later(long id, Instant endsAt) {
        jdbc.sql("update publicity set ends_at = :endsAt where id = :id and ends_at < :endsAt")
                .param("endsAt", PilotClock.timestamp(endsAt))
                .param("id", id)
                .update();
    }

    /** What stands, or stood, on a list, in its order. */
    public List<PublicProject> projects(long id) {
        return jdbc.sql(
                        "select application_id, place, state from public_project where publicity_id = :id order by place, application_id")
                .param("id", id)
                .query(PublicProject.class)
                .list();
    }

    /** Notes that a project was taken off a list or put on it; a list whose days are over takes nothing that was not public. */
    public void change(long id, String applicationId, PublicProject.State state) {
        List<PublicProject> now = projects(id);
        boolean known = now.stream().anyMatch(one -> one.applicationId().equals(applicationId));
        if (known) {
            jdbc.sql(
                            "update public_project set state = :state where publicity_id = :id and application_id = :application")
                    .param("state", state.name())
                    .param("id", id)
                    .param("application", applicationId)
                    .update();
        } else if (state == PublicProject.State.PUT_BACK && get(id).closedAt() == null) {
            write(id, applicationId, now.size() + 1, state);
        }
    }

    /** Notes the end. */
    public void close(long id, Instant at) {
        jdbc.sql("update publicity set closed_at = :at where id = :id and closed_at is null")
                .param("at", PilotClock.timestamp(at))
                .param("id", id)
                .update();
    }

    private void write(long id, String applicationId, int place, PublicProject.State state) {
        jdbc.sql(
                        "insert into public_project (publicity_id, application_id, place, state) values (:id, :application, :place, :state)")
                .param("id", id)
                .param("application", applicationId)
                .param("place", place)
                .param("state", state.name())
                .update();
    }
}
