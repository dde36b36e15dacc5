package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Models that were handed in, and what a second person has decided about them. */
@Repository
public class WaitingModels {

    private static final String OPEN = "select * from model_waiting where decided_at is null ";

    private final JdbcClient jdbc;
    private final PilotClock clock;

    WaitingModels(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what was handed in.
     *
     * @param person null where it lay in the folders
     */
    Waiting add(String name, String source, String person, Collection<ModelFile> files) {
        Instant now = clock.now();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into model_waiting (name, source, handed_in_by, handed_in_at)
                        values (:name, :source, :person, :at)""")
                .param("name", name)
                .param("source", source)
                .param("person", person)
                .param("at", PilotClock.timestamp(now))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        files.forEach(file -> jdbc.sql(
                        "insert into model_waiting_file (waiting_id, name, sha256, content) values (:id, :name, :hash, :content)")
                .param("id", id)
                .param("name", file.name())
                .param("hash", file.hash())
                .param("content", file.content())
                .update());
        return new Waiting(id, name, source, person, now, List.copyOf(files));
    }

    /** How many wait for somebody who releases them; shown on the start page. */
    public int count() {
        return jdbc.sql("select count(*) from model_waiting where decided_at is null")
                .query(Integer.class)
                .single();
    }

    /** What nobody has decided, the oldest first. */
    List<Waiting> open() {
        return jdbc.sql(OPEN + "order by id").query((row, n) -> read(row)).list();
    }

    /** What was released or sent back last, the newest first. */
    List<Decided> decided(int most) {
        return jdbc.sql("""
                        select name, handed_in_by, handed_in_at, decided_by, decided_at, released, grounds from model_waiting
                        where decided_at is not null order by decided_at desc, id desc limit :most""")
                .param("most", most)
                .query((row, n) -> new Decided(
                        row.getString("name"),
                        row.getString("handed_in_by"),
                        row.getTimestamp("handed_in_at").toInstant(),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getBoolean("released"),
                        row.getString("grounds")))
                .list();
    }

    /** Locks what nobody has decided yet. */
    Waiting take(long id) {
        // All that wait, so that of two releases the second sees what the first has changed.
        jdbc.sql("select id from model_waiting where decided_at is null order by id for update")
                .query(Long.class)
                .list();
        return jdbc.sql(OPEN + "and id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("models.decided"));
    }

    void decide(long id, String by, boolean released, String grounds) {
        jdbc.sql("""
                        update model_waiting set decided_by = :by, decided_at = :at, released = :released, grounds = :grounds
                        where id = :id""")
                .param("by", by)
                .param("at", PilotClock.timestamp(clock.now()))
                .param("released", released)
                .param("grounds", grounds)
                .param("id", id)
                .update();
    }

    /** True if this very file of the folders waits, or was sent back. */
    boolean knows(ModelFile file) {
        return jdbc.sql("""
                                select count(*) from model_waiting w join model_waiting_file f on f.waiting_id = w.id
                                where w.handed_in_by is null and f.name = :name and f.sha256 = :hash
                                  and (w.decided_at is null or w.released = false)""")
                        .param("name", file.name())
                        .param("hash", file.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Waiting read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        List<ModelFile> files = jdbc.sql(
                        "select name, content from model_waiting_file where waiting_id = :id order by name")
                .param("id", id)
                .query((file, n) -> ModelFile.of(file.getString("name"), file.getBytes("content")))
                .list();
        return new Waiting(
                id,
                row.getString("name"),
                row.getString("source"),
                row.getString("handed_in_by"),
                row.getTimestamp("handed_in_at").toInstant(),
                files);
    }

    /**
     * Files that wait.
     *
     * @param id         key
     * @param name       of the deployment
     * @param source     where it comes from
     * @param handedInBy account; null where it lay in the folders
     * @param handedInAt when
     * @param files      as they were handed in
     */
    record Waiting(long id, String name, String source, String handedInBy, Instant handedInAt, List<ModelFile> files) {}

    /**
     * Files that were decided on.
     *
     * @param name       of the deployment
     * @param handedInBy account; null where it lay in the folders
     * @param handedInAt when
     * @param decidedBy  account
     * @param decidedAt  when
     * @param released   whether it was released; sent back otherwise
     * @param grounds    why
     */
    record Decided(
            String name,
            String handedInBy,
            Instant handedInAt,
            String decidedBy,
            Instant decidedAt,
            boolean released,
            String grounds) {}
}
