package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.text.Texts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps production's databases and all others apart. The first start marks a database for good; a start of the other kind is
 * refused on it before anything is written: outside of production everybody knows the people's passwords, and the clock can
 * be moved.
 */
@Component
class DatabaseUse implements Callback {

    static final String PRODUCTION = "production_mark";
    static final String DEMO = "demo_mark";

    private final boolean production;
    private final Optional<ProductionChecks> checks;

    DatabaseUse(Environment environment, Optional<ProductionChecks> checks) {
        this.production = environment.acceptsProfiles(Profiles.of("production"));
        this.checks = checks;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** @throws UnsafeStart if the database belongs to the other kind of start, or must not go to production yet */
    @Override
    public void handle(Event event, Context context) {
        if (event == Event.AFTER_MIGRATE) {
            mark(context.getConnection());
        } else if (production) {
            checks.ifPresent(all -> all.run(new FoundDatabase(context.getConnection())));
        } else if (new FoundDatabase(context.getConnection()).hasRows(PRODUCTION)) {
            throw new UnsafeStart(List.of(Texts.of("start.production-database")));
        }
    }

    private void mark(Connection connection) {
        String table = production ? PRODUCTION : DEMO;
        if (!new FoundDatabase(connection).hasRows(table)) {
            insert(connection, table);
        }
    }

    /** Two nodes may start on a new database at once: the other's mark is as good, and the migration's transaction goes on. */
    static void insert(Connection connection, String table) {
        try {
            Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
            try {
                JdbcClient.create(new SingleConnectionDataSource(connection, true))
                        .sql("insert into " + table + " (id, since) values (1, current_timestamp)")
                        .update();
            } catch (DuplicateKeyException marked) {
                if (before != null) {
                    connection.rollback(before);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be marked", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "database_use";
    }
}
