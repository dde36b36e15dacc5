package cn.gdpilot.domain.calendar;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one clock: the database's time at the start of the current transaction, plus the rehearsal's offset (zero in
 * real operation). A node's own clock is never asked, it may be off.
 */
@Component
public class PilotClock {

    /** All times of the notices are Guangdong's (R4.5), whatever the server's zone. */
    public static final ZoneId GUANGDONG = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    PilotClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moment that counts as arrival within the current transaction; never null. */
    public Instant now() {
        return jdbc.sql("select current_timestamp as instant, millis from clock_offset where id = 1")
                .query((row, n) -> row.getTimestamp("instant").toInstant().plusMillis(row.getLong("millis")))
                .single();
    }

    /** Today's date in Guangdong. */
    public LocalDate today() {
        return now().atZone(GUANGDONG).toLocalDate();
    }

    /** How far the rehearsal has moved the clock ahead of the database's; zero in real operation. */
    public Duration offset() {
        return Duration.ofMillis(jdbc.sql("select millis from clock_offset where id = 1")
                .query(Long.class)
                .single());
    }

    /**
     * Moves the clock of the whole application forward, for rehearsals and tests.
     *
     * @throws IllegalArgumentException if {@code target} lies before {@link #now()}: time does not run backwards
     */
    @Transactional
    public void moveTo(Instant target) {
        Duration ahead = Duration.between(now(), target);
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("The clock only moves forward");
        }
        jdbc.sql("update clock_offset set millis = millis + :ahead where id = 1")
                // Rounded up: a clock that shows the target less a fraction would let a timer of that very moment come
                // too early.
                .param("ahead", ahead.plusNanos(999_999).toMillis())
                .update();
    }

    /** The JDBC form of an instant, the same on H2 and PostgreSQL. */
    public static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
