package cn.gdpilot.platform.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database as a start finds it, before its tables are brought up to date: a table may be missing. */
final class FoundDatabase {

    private final Connection connection;
    private final JdbcClient jdbc;

    /** The caller keeps the connection and closes it. */
    FoundDatabase(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * The rows of a table.
     *
     * @param from table, with a condition if not all its rows are meant
     * @param type record or simple type that takes a row
     * @return empty if there is no such table
     */
    <T> List<T> rows(String columns, String from, Class<T> type) {
        return holds(from.split(" ")[0])
                ? jdbc.sql("select " + columns + " from " + from).query(type).list()
                : List.of();
    }

    /** A column of words in a table whose names are written in small letters also where the database would take large ones; empty if there is no such table. */
    List<String> column(String column, String table) {
        return holds(table)
                ? jdbc.sql("select \"%s\" from \"%s\"".formatted(column, table))
                        .query((row, number) -> row.getString(1))
                        .list()
                : List.of();
    }

    /** Whether the table is there and has rows that the condition holds for. */
    boolean hasRows(String from) {
        return rows("count(*)", from, Integer.class).stream().anyMatch(count -> count > 0);
    }

    private boolean holds(String table) {
        try {
            for (String name : new String[] {table, table.toUpperCase(Locale.ROOT)}) {
                try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
                    if (found.next()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of this database could not be listed", e);
        }
    }
}
