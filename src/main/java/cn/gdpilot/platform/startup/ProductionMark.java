package cn.gdpilot.platform.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * A database that a production start has used is marked for good; a start that is not production is refused on it
 * before anything is written: its clock can be moved, and everybody knows the passwords of its people.
 */
@Component
public class ProductionMark implements Callback {

    private static final String TABLE = "production_mark";

    private final boolean production;

    public ProductionMark(Environment environment) {
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (production && event == Event.AFTER_MIGRATE) {
                mark(context.getConnection());
            } else if (!production && event == Event.BEFORE_MIGRATE && marked(context.getConnection())) {
                throw new IllegalStateException("This database belongs to production (table " + TABLE
                        + "). Start with profile \"production\", or choose another database for trials and rehearsals (spring.datasource.url).");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whether this database belongs to production could not be found out", e);
        }
    }

    private static boolean marked(Connection connection) throws SQLException {
        return exists(connection) && count(connection) > 0;
    }

    private static boolean exists(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        for (String name : new String[] {TABLE, TABLE.toUpperCase()}) {
            try (ResultSet found = connection.getMetaData().getTables(null, schema, name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + TABLE)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void mark(Connection connection) throws SQLException {
        if (count(connection) == 0) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into " + TABLE + " (id, since) values (1, current_timestamp)");
            }
        }
    }

    @Override
    public String getCallbackName() {
        return TABLE;
    }
}
