package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds and their deadlines. */
@Repository
public class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a round under the next free id of its year and returns it.
     *
     * @throws Refusal if a round of that year is still open, also where both begin in the same instant
     */
    public Round add(
            int year,
            String title,
            String noticeNumber,
            Instant cityDeadline,
            Instant ministryDeadline,
            Instant openedAt) {
        int earlier = jdbc.sql("select count(*) from campaign_round where round_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        String id = earlier == 0 ? String.valueOf(year) : year + "-" + (earlier + 1);
        try {
            insert(id, year, title, noticeNumber, cityDeadline, ministryDeadline, openedAt);
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict("round.open-already", String.valueOf(year));
        }
        return get(id);
    }

    private void insert(
            String id,
            int year,
            String title,
            String noticeNumber,
            Instant cityDeadline,
            Instant ministryDeadline,
            Instant openedAt) {
        jdbc.sql("""
                insert into campaign_round (id, round_year, open_year, title, notice_number, city_deadline, ministry_deadline, opened_at)
                values (:id, :year, :year, :title, :noticeNumber, :cityDeadline, :ministryDeadline, :openedAt)""")
                .param("id", id)
                .param("year", year)
                .param("title", title)
                .param("noticeNumber", noticeNumber)
                .param("cityDeadline", PilotClock.timestamp(cityDeadline))
                .param("ministryDeadline", PilotClock.timestamp(ministryDeadline))
                .param("openedAt", PilotClock.timestamp(openedAt))
                .update();
    }

    /**
     * The round of that id.
     *
     * @throws NoSuchElementException if there is none
     */
    public Round get(String id) {
        return jdbc.sql("select * from campaign_round where id = :id")
                .param("id", id)
                .query(Round.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("round " + id));
    }

    /** The round of that id, its row locked until the end of the transaction, so that two branches meet in order. */
    public Round lock(String id) {
        // Not "for update": on PostgreSQL that would hold up all who only refer to the round, and meet in a deadlock
        // the
        // submissions that hold their unit's list meanwhile. An update that leaves the key alone lets them pass.
        jdbc.sql("update campaign_round set title = title where id = :id")
                .param("id", id)
                .update();
        return get(id);
    }

    /** The round that takes applications: the newest that is open. */
    public Optional<Round> current() {
        return all().stream().filter(Round::open).findFirst();
    }

    /** The round that a page shows if it is asked for none: the newest that is open, else the newest of all. */
    public Optional<Round> shown() {
        return current().or(() -> all().stream().findFirst());
    }

    /** All rounds, the newest first. */
    public List<Round> all() {
        return jdbc.sql("select * from campaign_round order by opened_at desc, id desc")
                .query(Round.class)
                .list();
    }

    /** Moves one of the round's deadlines. */
    public void move(String id, DeadlineKind kind, Instant lastMoment) {
        String column = kind == DeadlineKind.CITY ? "city_deadline" : "ministry_deadline";
        jdbc.sql("update campaign_round set " + column + " = :lastMoment where id = :id")
                .param("lastMoment", PilotClock.timestamp(lastMoment))
                .param("id", id)
                .update();
    }

    /** Notes that the Communications Administration has reviewed all of its projects. */
    public void communicationsReviewed(String id, Instant at) {
        stamp("communications_reviewed_at", id, at);
    }

    /** Notes that the result is published; a void round has none. */
    public void announced(String id, Instant at) {
        end("announced_at", id, at);
    }

    /** Notes that the round is void, for ever; an announced one stays announced. */
    public void voided(String id, Instant at) {
        end("void_at", id, at);
    }

    private void end(String column, String id, Instant at) {
        jdbc.sql("update campaign_round set open_year = null, " + column
                        + " = :at where id = :id and announced_at is null and void_at is null")
                .param("at", PilotClock.timestamp(at))
                .param("id", id)
                .update();
    }

    private void stamp(String column, String id, Instant at) {
        jdbc.sql("update campaign_round set " + column + " = :at where id = :id and " + column + " is null")
                .param("at", PilotClock.timestamp(at))
                .param("id", id)
                .update();
    }
}
