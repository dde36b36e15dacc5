package cn.gdpilot.domain.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole texts of reference lists that rounds keep: as they stood at the opening, and each released change as an edition of its own. */
@Repository
public class RoundEditions {

    private static final String OPEN = "open";

    /** Another node's release holds here after so long. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final Cache<String, Map<String, String>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final Cache<String, List<String>> openRounds =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    RoundEditions(JdbcClient jdbc, PilotClock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The newest edition of a list that the round keeps; empty if it keeps none. */
    Optional<String> text(String roundId, String list) {
        // Read outside of the cache: its lock would be held while a connection is waited for.
        Map<String, String> texts = known.getIfPresent(roundId);
        if (texts == null) {
            texts = read(roundId);
            known.put(roundId, texts);
        }
        return Optional.ofNullable(texts.get(list));
    }

    private Map<String, String> read(String roundId) {
        Map<String, String> texts = new HashMap<>();
        jdbc.sql("select list, content from round_list where round_id = :round order by edition")
                .param("round", roundId)
                .query(row -> {
                    texts.put(row.getString("list"), row.getString("content"));
                });
        return texts;
    }

    /** The newest editions of a list that open rounds keep. */
    List<String> ofOpenRounds(String list) {
        List<String> open = openRounds.getIfPresent(OPEN);
        if (open == null) {
            open = jdbc.sql("select id from campaign_round where open_year is not null order by id")
                    .query(String.class)
                    .list();
            openRounds.put(OPEN, open);
        }
        return open.stream().flatMap(round -> text(round, list).stream()).toList();
    }

    /** Number of the newest edition of a list that the round keeps; 0 if it keeps none. */
    public int newest(String roundId, String list) {
        return jdbc.sql("select coalesce(max(edition), 0) from round_list where round_id = :round and list = :list")
                .param("round", roundId)
                .param("list", list)
                .query(Integer.class)
                .single();
    }

    /** Keeps a change that a person asks for. */
    public void ask(String roundId, String list, int basedOn, String content, String grounds, String by) {
        jdbc.sql("""
                insert into round_list_change (round_id, list, based_on, content, grounds, asked_by, asked_at)
                values (:round, :list, :basedOn, :content, :grounds, :by, :now)""")
                .param("round", roundId)
                .param("list", list)
                .param("basedOn", basedOn)
                .param("content", content)
                .param("grounds", grounds)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** All that was asked for in a round, the newest first. */
    public List<RoundListChange> changes(String roundId) {
        return jdbc.sql("select * from round_list_change where round_id = :round order by id desc")
                .param("round", roundId)
                .query(RoundListChange.class)
                .list();
    }

    /** Locks a change that nobody has decided yet; empty if there is none. */
    public Optional<RoundListChange> take(String roundId, long id) {
        return jdbc.sql(
                        "select * from round_list_change where id = :id and round_id = :round and decided_at is null for update")
                .param("id", id)
                .param("round", roundId)
                .query(RoundListChange.class)
                .optional();
    }

    /**
     * Decides a change; released, it is the round's next edition.
     *
     * @param grounds why not; null where it is released
     */
    public void decide(RoundListChange change, boolean released, String grounds, String by) {
        jdbc.sql("""
                update round_list_change set released = :released, decided_grounds = :grounds, decided_by = :by, decided_at = :now
                where id = :id""")
                .param("released", released)
                .param("grounds", grounds)
                .param("by", by)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", change.id())
                .update();
        if (released) {
            keep(change.roundId(), change.list(), newest(change.roundId(), change.list()) + 1, change.content());
        }
    }

    /** Keeps an edition of a list; the first of a round has number 1. */
    void keep(String roundId, String list, int edition, String content) {
        jdbc.sql("insert into round_list (round_id, list, edition, content) values (:round, :list, :edition, :content)")
                .param("round", roundId)
                .param("list", list)
                .param("edition", edition)
                .param("content", content)
                .update();
        known.invalidate(roundId);
        openRounds.invalidateAll();
    }
}
