package cn.gdpilot.domain.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole texts of reference lists that rounds keep: as they stood at the opening, and each released change as an edition of its own. */
@Repository
public class RoundEditions {

    /** Another node's release holds here after so long. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Cache<String, Map<String, String>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    RoundEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest edition of a list that the round keeps; empty if it keeps none. */
    Optional<String> text(String roundId, String list) {
        return Optional.ofNullable(known.get(roundId, this::read).get(list));
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

    /** Keeps an edition of a list; the first of a round has number 1. */
    void keep(String roundId, String list, int edition, String content) {
        jdbc.sql("insert into round_list (round_id, list, edition, content) values (:round, :list, :edition, :content)")
                .param("round", roundId)
                .param("list", list)
                .param("edition", edition)
                .param("content", content)
                .update();
        known.invalidate(roundId);
    }
}
