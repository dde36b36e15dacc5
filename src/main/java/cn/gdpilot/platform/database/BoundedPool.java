package cn.gdpilot.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The one pool. All waits of one request, for connections and for answers, end after one limit; all other work has a longer one,
 * since closing a round or an export may take a while. The limit belongs to the loan: the pool takes it back with the
 * connection.
 */
class BoundedPool extends HikariDataSource {

    private final DatabasePresence presence;
    private final Duration work;

    /** @param work limit of one answer where no person waits; null = no limits at all */
    BoundedPool(DatabasePresence presence, Duration work) {
        this.presence = presence;
        this.work = work;
    }

    /** @throws SQLTransientConnectionException at once to a request while the database is known not to answer */
    @Override
    public Connection getConnection() throws SQLException {
        if (work == null) {
            return super.getConnection();
        }
        RequestTime time = RequestThread.time();
        return LimitedConnection.of(time == null ? super.getConnection() : taken(time), presence, work);
    }

    /** The same pool without any limit on an answer: building an index may take minutes. */
    DataSource patient() {
        return new DelegatingDataSource(this) {
            @Override
            public Connection getConnection() throws SQLException {
                return LimitedConnection.of(BoundedPool.super.getConnection(), presence, Duration.ZERO);
            }
        };
    }

    private Connection taken(RequestTime time) throws SQLException {
        if (presence.isAway()) {
            throw new SQLTransientConnectionException("The database does not answer");
        }
        long longest = Math.min(time.left(), getConnectionTimeout());
        long begun = System.nanoTime();
        try {
            // Only the pool itself takes a limit for one wait; it begins with the first connection.
            return getHikariPoolMXBean() instanceof HikariPool pool
                    ? pool.getConnection(longest)
                    : super.getConnection();
        } finally {
            time.waited(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
