package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other offices say of a pair before it is decided; words are added and never changed. */
@Repository
public class PairComments {

    private final JdbcClient jdbc;

    PairComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes down what an office says.
     *
     * @throws Refusal if it says nothing or too much, or the pair is decided already
     */
    public void add(String pairId, String words, Actor actor, Instant at) {
        if (Words.none(words)) {
            throw Refusal.invalid("duplicate.comment-empty");
        }
        if (TextLimit.GROUNDS.exceededBy(words.strip())) {
            throw Refusal.invalid("guard.answer-long", TextLimit.GROUNDS.length());
        }
        int added = jdbc.sql("""
                insert into duplicate_comment (pair_id, person, office, words, at)
                select id, cast(:person as varchar), cast(:office as varchar), cast(:words as varchar), cast(:at as timestamp with time zone)
                from duplicate_pair where id = :pair and outcome is null""")
                .param("pair", pairId)
                .param("person", actor.person())
                .param("office", actor.office())
                .param("words", words.strip())
                .param("at", PilotClock.timestamp(at))
                .update();
        if (added == 0) {
            throw Refusal.conflict("task.decided-already");
        }
    }

    /** All that was said of a pair, the earliest first. */
    public List<Comment> of(String pairId) {
        return jdbc.sql("select person, office, words, at from duplicate_comment where pair_id = :pair order by id")
                .param("pair", pairId)
                .query(Comment.class)
                .list();
    }

    /** What someone said for an office. */
    public record Comment(String person, String office, String words, Instant at) {}
}
