package cn.gdpilot.domain.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds that officers asked to open, word for word: what a second person confirms is what is opened. */
@Repository
public class RoundOpenings {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    RoundOpenings(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what is asked; its time is now. */
    public void add(RoundOpening asked) {
        jdbc.sql("""
                insert into round_opening (instance, title, notice_number, city_deadline, ministry_deadline, second_person, asked_by, asked_at)
                values (:instance, :title, :notice, :city, :ministry, :second, :by, :now)""")
                .param("instance", asked.instance())
                .param("title", asked.title())
                .param("notice", asked.noticeNumber())
                .param("city", PilotClock.timestamp(asked.cityDeadline()))
                .param("ministry", PilotClock.timestamp(asked.ministryDeadline()))
                .param("second", asked.secondPerson())
                .param("by", asked.askedBy())
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** What was asked in that process instance; empty if nothing was. */
    public Optional<RoundOpening> find(String instance) {
        return jdbc.sql("select * from round_opening where instance = :instance")
                .param("instance", instance)
                .query(RoundOpening.class)
                .optional();
    }

    /** The same, its row locked until the end of the transaction. */
    public Optional<RoundOpening> lock(String instance) {
        return jdbc.sql("select * from round_opening where instance = :instance for update")
                .param("instance", instance)
                .query(RoundOpening.class)
                .optional();
    }

    /** Openings that a second person has declined, the newest first. */
    public List<RoundOpening> declined() {
        return jdbc.sql("select * from round_opening where not confirmed order by decided_at desc, instance")
                .query(RoundOpening.class)
                .list();
    }

    /**
     * Keeps the second person's answer.
     *
     * @param grounds why not; null where it opens
     */
    public void decide(String instance, boolean confirmed, String grounds, String by) {
        jdbc.sql("""
                update round_opening set confirmed = :confirmed, decided_grounds = :grounds, decided_by = :by, decided_at = :now
                where instance = :instance""")
                .param("confirmed", confirmed)
                .param("grounds", grounds)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("instance", instance)
                .update();
    }

    /** Notes which round came of it: it opens no other. */
    public void opened(String instance, String roundId) {
        jdbc.sql("update round_opening set round_id = :round where instance = :instance")
                .param("round", roundId)
                .param("instance", instance)
                .update();
    }
}
