package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches this node's own clock. No rule asks it, but logs, sessions, codes by time and the engine's timers do; a node
 * that is off by more than the setting takes nothing in and says so, until it is right again.
 */
@Component
public class NodeClock {

    private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);

    private final JdbcClient jdbc;
    private final Duration tolerance;
    private Clock own = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    NodeClock(JdbcClient jdbc, @Value("${pilot.clock.tolerance}") Duration tolerance) {
        this.jdbc = jdbc;
        this.tolerance = tolerance;
    }

    /** Compares it with the database's; what the question itself took is not held against it. */
    @Scheduled(fixedDelayString = "${pilot.clock.pause}")
    public void compare() {
        Instant asked = own.instant();
        Instant database = jdbc.sql("select current_timestamp")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        Duration found = distance(asked, database, own.instant());
        if (found.abs().compareTo(tolerance) > 0) {
            LOG.error(
                    "This node's clock is {} ahead of the database's, more than {}: it takes nothing in",
                    found,
                    tolerance);
        } else if (isOff()) {
            LOG.warn("This node's clock is right again");
        }
        ahead = found;
    }

    /** How far it is ahead of the database's, negative if behind, as of the last comparison. */
    public Duration ahead() {
        return ahead;
    }

    /** Whether it is off by more than the setting. */
    public boolean isOff() {
        return ahead.abs().compareTo(tolerance) > 0;
    }

    /**
     * Lets something in.
     *
     * @throws Refusal if the clock is off (R4.1)
     */
    public void allowIntake() {
        if (isOff()) {
            throw Refusal.byRule("R4.1", "clock.off", ahead.abs().toSeconds(), tolerance.toSeconds());
        }
    }

    private static Duration distance(Instant asked, Instant database, Instant answered) {
        if (database.isBefore(asked)) {
            return Duration.between(database, asked);
        }
        return database.isAfter(answered) ? Duration.between(database, answered) : Duration.ZERO;
    }
}
