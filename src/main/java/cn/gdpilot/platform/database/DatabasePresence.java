package cn.gdpilot.platform.database;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether the database is there. Any answer shows that it is: to the watch or to a connection of the pool, a refusal too. */
class DatabasePresence {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePresence.class);

    /** A shorter silence may be a hiccup, which refuses nobody. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private final boolean watched;
    private final LongSupplier nanos;
    private volatile long lastAnswer;
    private volatile boolean toldAway;

    /**
     * @param watched false for an embedded database, which is always there
     * @param nanos   a clock that only goes forward
     */
    DatabasePresence(boolean watched, LongSupplier nanos) {
        this.watched = watched;
        this.nanos = nanos;
        this.lastAnswer = nanos.getAsLong();
    }

    /** True if it has given no answer to anybody for three seconds. */
    boolean isAway() {
        return watched && nanos.getAsLong() - lastAnswer > LONGEST_SILENCE.toNanos();
    }

    void answered() {
        lastAnswer = nanos.getAsLong();
    }

    /** Writes each change into the log. */
    synchronized void tell() {
        boolean away = isAway();
        if (away && !toldAway) {
            LOG.error("The database does not answer: requests get 503 until it does");
        } else if (!away && toldAway) {
            LOG.warn("The database answers again");
        }
        toldAway = away;
    }
}
