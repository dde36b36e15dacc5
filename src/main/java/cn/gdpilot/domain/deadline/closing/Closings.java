package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** What deadlines have closed, and which batches of it the engine still has to follow. */
@Repository
public class Closings {

    /** Measured: more in one transaction makes the engine slower, fewer cost commits. */
    private static final int BATCH = 100;

    private static final String SEPARATOR = " ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;

    Closings(JdbcClient jdbc, NamedParameterJdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /** Notes a closing and returns its key. */
    public long add(String roundId, Instant lastMoment, Instant closedAt, int lists, int applications) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into closing (round_id, last_moment, closed_at, lists, applications)
                values (:round, :lastMoment, :closedAt, :lists, :applications)""")
                .param("round", roundId)
                .param("lastMoment", PilotClock.timestamp(lastMoment))
                .param("closedAt", PilotClock.timestamp(closedAt))
                .param("lists", lists)
                .param("applications", applications)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /**
     * Divides applications into batches, numbered on from {@code after}.
     *
     * @return the last number given
     */
    public int divide(long closingId, int after, boolean undecided, List<String> applications) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (int from = 0; from < applications.size(); from += BATCH) {
            List<String> batch = applications.subList(from, Math.min(from + BATCH, applications.size()));
            rows.add(new MapSqlParameterSource()
                    .addValue("closing", closingId)
                    .addValue("no", after + rows.size() + 1)
                    .addValue("undecided", undecided)
                    .addValue("ids", String.join(SEPARATOR, batch))
                    .addValue("size", batch.size()));
        }
        many.batchUpdate(
                "insert into closing_batch (closing_id, batch_no, undecided, application_ids, applications) values (:closing, :no, :undecided, :ids, :size)",
                rows.toArray(SqlParameterSource[]::new));
        return after + rows.size();
    }

    /** Whether that deadline has closed anything. */
    public boolean made(String roundId, Instant lastMoment) {
        return jdbc.sql("select count(*) from closing where round_id = :round and last_moment = :lastMoment")
                        .param("round", roundId)
                        .param("lastMoment", PilotClock.timestamp(lastMoment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Waits for the batches of a round that are being followed and holds the others until the end of the transaction. */
    public void hold(String roundId) {
        jdbc.sql("""
                select batch_no from closing_batch
                where followed_at is null and closing_id in (select id from closing where round_id = :round)
                order by closing_id, batch_no for update""").param("round", roundId).query(Integer.class).list();
    }

    /** A batch that nobody has followed yet, held until the end of the transaction; empty if it is done. */
    public Optional<ClosedBatch> take(long closingId, int batchNo) {
        return jdbc.sql("""
                select undecided, application_ids from closing_batch
                where closing_id = :closing and batch_no = :no and followed_at is null for update""")
                .param("closing", closingId)
                .param("no", batchNo)
                .query((row, n) -> new ClosedBatch(
                        closingId,
                        batchNo,
                        row.getBoolean("undecided"),
                        List.of(row.getString("application_ids").split(SEPARATOR))))
                .optional();
    }

    public void followed(ClosedBatch batch, Instant at) {
        jdbc.sql("update closing_batch set followed_at = :at where closing_id = :closing and batch_no = :no")
                .param("at", PilotClock.timestamp(at))
                .param("closing", batch.closingId())
                .param("no", batch.batchNo())
                .update();
    }

    /** When that round's newest closing was made; empty before the first. */
    public Optional<Instant> latest(String roundId) {
        return jdbc.sql(
                        "select closed_at from closing where round_id = :round order by closed_at desc fetch first 1 rows only")
                .param("round", roundId)
                .query((row, n) -> row.getTimestamp("closed_at").toInstant())
                .optional();
    }

    /** The newest closings, the last one first. */
    public List<Closing> newest(int most) {
        return jdbc.sql("""
                select c.id, c.round_id, c.last_moment, c.closed_at, c.lists, c.applications,
                  coalesce(sum(case when b.followed_at is not null then b.applications end), 0) as followed,
                  case when count(b.batch_no) = count(b.followed_at) then max(b.followed_at) end as followed_at
                from closing c left join closing_batch b on b.closing_id = c.id
                group by c.id, c.round_id, c.last_moment, c.closed_at, c.lists, c.applications
                order by c.id desc fetch first :most rows only""").param("most", most).query(Closing.class).list();
    }

    /** Of how many applications, over all closings, the engine has still to follow. */
    public int waiting() {
        return jdbc.sql("select coalesce(sum(applications), 0) from closing_batch where followed_at is null")
                .query(Integer.class)
                .single();
    }
}
