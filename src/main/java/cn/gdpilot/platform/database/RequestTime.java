package cn.gdpilot.platform.database;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The time that one request may wait for the database in all: for connections and for answers to statements. Time that passes
 * elsewhere, at a slow upload for instance, does not count.
 */
final class RequestTime {

    /** An end of a transaction that has been reached is not given up for the last moments. */
    private static final Duration LEAST_FOR_THE_END = Duration.ofMillis(500);

    private final BooleanSupplier answered;
    private Duration left;

    /** @param answered true as soon as the answer has begun: then nobody looks at an empty page any more */
    RequestTime(Duration limit, BooleanSupplier answered) {
        this.left = limit;
        this.answered = answered;
    }

    boolean isAnswered() {
        return answered.getAsBoolean();
    }

    /**
     * Milliseconds for the next wait.
     *
     * @throws SQLTransientConnectionException if all time is used up
     */
    int left() throws SQLTransientConnectionException {
        if (left.toMillis() <= 0) {
            throw new SQLTransientConnectionException("The request has waited long enough for the database");
        }
        return Math.toIntExact(left.toMillis());
    }

    /** Milliseconds for a commit or rollback. */
    int leftForTheEnd() {
        return Math.toIntExact((left.compareTo(LEAST_FOR_THE_END) > 0 ? left : LEAST_FOR_THE_END).toMillis());
    }

    void waited(Duration time) {
        left = left.minus(time);
    }
}
