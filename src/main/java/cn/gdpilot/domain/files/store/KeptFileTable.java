package cn.gdpilot.domain.files.store;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The store's files in the database, which is what counts: a file that no row here names may be swept. */
@Repository
class KeptFileTable implements KeptFiles {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    KeptFileTable(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With a savepoint, since the other who brings the same content must not cost the caller's transaction. */
    @Override
    @Transactional(propagation = Propagation.NESTED)
    public void note(String sha256, boolean named, boolean alreadyThere) {
        if (again(sha256, named) == 0) {
            jdbc.sql("insert into kept_file (sha256, kept_at, named) values (:sha256, :now, :named)")
                    .param("sha256", sha256)
                    .param("now", PilotClock.timestamp(clock.now()))
                    .param("named", named || alreadyThere)
                    .update();
        }
    }

    private int again(String sha256, boolean named) {
        return jdbc.sql("update kept_file set kept_at = :now, named = (named or :named) where sha256 = :sha256")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("named", named)
                .param("sha256", sha256)
                .update();
    }

    @Override
    public boolean name(String sha256) {
        return jdbc.sql("update kept_file set named = true where sha256 = :sha256")
                        .param("sha256", sha256)
                        .update()
                > 0;
    }

    /** What nothing has named since before that moment. */
    List<String> unnamed(Instant before) {
        return jdbc.sql("select sha256 from kept_file where named = false and kept_at < :before")
                .param("before", PilotClock.timestamp(before))
                .query(String.class)
                .list();
    }

    /** Takes the row away, if still nothing has named it; until the transaction ends nobody can bring the same content. */
    boolean forget(String sha256, Instant before) {
        return jdbc.sql("delete from kept_file where sha256 = :sha256 and named = false and kept_at < :before")
                        .param("sha256", sha256)
                        .param("before", PilotClock.timestamp(before))
                        .update()
                > 0;
    }
}
