package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.material.MaterialKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Uploads that have begun. */
@Repository
public class Uploads {

    private static final String COLUMNS =
            "select id, application_id, kind, name, size_bytes, metadata, expires_at, done_at, place from upload ";

    private static final Duration WORTH_WRITING = Duration.ofHours(1);
    private static final Duration LONGEST_REQUEST = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final Duration patience;

    Uploads(JdbcClient jdbc, PilotClock clock, @Value("${pilot.materials.upload-patience}") Duration patience) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = patience;
    }

    /** How long an upload waits for its next bytes. */
    Duration patience() {
        return patience;
    }

    BegunUpload begin(
            String applicationId, MaterialKind kind, String name, long sizeBytes, String metadata, int place) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into upload (id, application_id, kind, name, size_bytes, metadata, begun_at, expires_at, place)
                values (:id, :application, :kind, :name, :size, :metadata, :now, :expires, :place)""")
                .param("id", id)
                .param("application", applicationId)
                .param("kind", kind.name())
                .param("name", name)
                .param("size", sizeBytes)
                .param("metadata", metadata)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("expires", PilotClock.timestamp(clock.now().plus(patience)))
                .param("place", place)
                .update();
        return find(applicationId, id).orElseThrow();
    }

    /** One upload of an application. */
    public Optional<BegunUpload> find(String applicationId, String id) {
        return jdbc.sql(COLUMNS + "where id = :id and application_id = :application and whole = false")
                .param("id", id)
                .param("application", applicationId)
                .query(BegunUpload.class)
                .optional();
    }

    /** What may still go on, the oldest first. */
    public List<BegunUpload> open(String applicationId) {
        return jdbc.sql(
                        COLUMNS
                                + "where application_id = :application and done_at is null and whole = false order by begun_at, id")
                .param("application", applicationId)
                .query(BegunUpload.class)
                .list();
    }

    /**
     * Holds a place for a file that comes as one request.
     *
     * @return its key, to free it by
     */
    public String hold(String applicationId, MaterialKind kind, long bytes) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into upload (id, application_id, kind, name, size_bytes, metadata, begun_at, expires_at, whole)
                values (:id, :application, :kind, '-', :size, '', :now, :expires, true)""")
                .param("id", id)
                .param("application", applicationId)
                .param("kind", kind.name())
                .param("size", bytes)
                .param("now", PilotClock.timestamp(clock.now()))
                // Freed by the sweep where a crash has left it.
                .param("expires", PilotClock.timestamp(clock.now().plus(LONGEST_REQUEST)))
                .update();
        return id;
    }

    /** Frees the place of a file that came as one request, or did not. */
    public void free(String id) {
        remove(id);
    }

    /** How many of these applications' uploads are under way, those in one request included. */
    public int open(Collection<String> applicationIds) {
        return jdbc.sql(
                        "select count(*) from upload where application_id = any(cast(:ids as varchar array)) and done_at is null")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query(Integer.class)
                .single();
    }

    /** How many bytes these will bring. */
    public long bytes(Collection<String> applicationIds) {
        return jdbc.sql(
                        "select coalesce(sum(size_bytes), 0) from upload where application_id = any(cast(:ids as varchar array)) and done_at is null")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query(Long.class)
                .single();
    }

    boolean isOpen(String id) {
        return jdbc.sql("select count(*) from upload where id = :id and done_at is null")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Something has come: it waits anew. Written where it gains an hour, not with every piece of a file. */
    void goesOn(String id) {
        Instant expires = clock.now().plus(patience);
        jdbc.sql("update upload set expires_at = :expires where id = :id and expires_at < :before")
                .param("expires", PilotClock.timestamp(expires))
                .param("before", PilotClock.timestamp(expires.minus(WORTH_WRITING)))
                .param("id", id)
                .update();
    }

    /** It has become a material; said in that material's transaction, so that it becomes one once only. */
    public void done(String id) {
        jdbc.sql("update upload set done_at = :now where id = :id")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }

    void remove(String id) {
        jdbc.sql("delete from upload where id = :id").param("id", id).update();
    }

    /** Those for which nothing has come for too long, and those that are done and long past. */
    List<BegunUpload> expired() {
        return jdbc.sql(COLUMNS + "where expires_at < :now")
                .param("now", PilotClock.timestamp(clock.now()))
                .query(BegunUpload.class)
                .list();
    }
}
