package cn.gdpilot.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that does not answer from one that says no. */
public final class DatabaseFailure {

    /** Connection lost or not to be had, server shutting down or starting, too many connections. */
    private static final String CONNECTION_STATES = "08.*|57P0[1-3]|53300";

    private static final String REFUSAL_STATES = "53300|28.*|3D000|42501";

    private DatabaseFailure() {}

    /** True if the failure or one of its causes is a connection that broke, gave up waiting, or was not to be had. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isOne(sql));
    }

    /** True if a server answered that it does not let a connection in: too many of them, wrong user or password, no such database. */
    static boolean isRefusal(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().matches(REFUSAL_STATES);
    }

    private static boolean isOne(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure.getSQLState() != null && failure.getSQLState().matches(CONNECTION_STATES)
                // Said by the pool about a connection that broke before, at the rollback for instance.
                || "Connection is closed".equals(failure.getMessage());
    }
}
