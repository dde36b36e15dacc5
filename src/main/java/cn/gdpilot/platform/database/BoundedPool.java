package cn.gdpilot.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The one pool. A connection that a request gets gives up soon; all others have the driver's limit, since closing a round or
 * an export may take a while. The limit belongs to the loan: the pool takes it back with the connection.
 */
class BoundedPool extends HikariDataSource {

    private final DatabaseWatch watch;
    private final Duration requestLimit;

    /** @param requestLimit null = none */
    BoundedPool(DatabaseWatch watch, Duration requestLimit) {
        this.watch = watch;
        this.requestLimit = requestLimit;
    }

    /** @throws SQLTransientConnectionException at once to a request while the database is known not to answer */
    @Override
    public Connection getConnection() throws SQLException {
        if (requestLimit == null || !RequestThread.isMarked()) {
            return super.getConnection();
        }
        if (watch.isAway()) {
            throw new SQLTransientConnectionException("The database does not answer");
        }
        return limited(super.getConnection(), requestLimit);
    }

    /** The same pool without any limit on an answer: building an index may take minutes. */
    DataSource patient() {
        return new DelegatingDataSource(this) {
            @Override
            public Connection getConnection() throws SQLException {
                return limited(BoundedPool.super.getConnection(), Duration.ZERO);
            }
        };
    }

    private static Connection limited(Connection connection, Duration limit) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
