package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The editions that officers saved; each is written once. */
@Repository
class NameRuleEditions {

    private final JdbcClient jdbc;

    NameRuleEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the newest; 0 while nobody has saved any. */
    int newest() {
        return jdbc.sql("select coalesce(max(edition), 0) from name_rules")
                .query(Integer.class)
                .single();
    }

    Optional<NameRuleText> find(int edition) {
        return jdbc.sql("select words, weights from name_rules where edition = :edition")
                .param("edition", edition)
                .query((row, number) -> NameRuleText.parsed(row.getString("words"), row.getString("weights")))
                .optional();
    }

    /** All, the newest first. */
    List<Saved> all() {
        return jdbc.sql(
                        "select edition, words, weights, note, saved_by, saved_at from name_rules order by edition desc")
                .query(Saved.class)
                .list();
    }

    /**
     * Keeps an edition.
     *
     * @throws Refusal if another was saved meanwhile
     */
    void add(int edition, NameRuleText text, String note, String person, Instant at) {
        try {
            jdbc.sql(
                            "insert into name_rules (edition, words, weights, note, saved_by, saved_at) values (:edition, :words, :weights, :note, :person, :at)")
                    .param("edition", edition)
                    .param("words", text.words())
                    .param("weights", text.weightLines())
                    .param("note", note)
                    .param("person", person)
                    .param("at", PilotClock.timestamp(at))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.conflict("name-rules.changed-meanwhile");
        }
    }

    /** An edition as it is kept. */
    record Saved(int edition, String words, String weights, String note, String savedBy, Instant savedAt) {

        NameRuleText text() {
            return NameRuleText.parsed(words, weights);
        }
    }
}
