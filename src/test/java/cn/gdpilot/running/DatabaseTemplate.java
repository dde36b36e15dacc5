package cn.gdpilot.running;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of all tables at one moment: kept in a schema beside them, and put back. Identity columns count on, so that
 * no number comes twice in an application's life.
 */
public class DatabaseTemplate {

    private final JdbcTemplate jdbc;
    private List<String> restoring = List.of();

    public DatabaseTemplate(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Keeps those of schema public; once, as long as nobody works with them. */
    public void keep() {
        List<String> tables = jdbc.queryForList("""
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""", String.class);
        jdbc.execute("create schema template");
        run(each(tables, table -> "create table template." + table + " as select * from public." + table));

        List<String> statements = new ArrayList<>();
        statements.add(isPostgres() ? "set session_replication_role = replica" : "set referential_integrity false");
        statements.addAll(each(tables, table -> "delete from public." + table));
        statements.addAll(each(tables, table -> "insert into public." + table + " select * from template." + table));
        statements.add(isPostgres() ? "set session_replication_role = origin" : "set referential_integrity true");
        restoring = List.copyOf(statements);
    }

    /** Neither references nor the record's protection hold it up. */
    public void restore() {
        run(restoring);
    }

    private boolean isPostgres() {
        ConnectionCallback<String> name = connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(name));
    }

    private static List<String> each(List<String> tables, UnaryOperator<String> statement) {
        return tables.stream().map(table -> statement.apply('"' + table + '"')).toList();
    }

    private void run(List<String> statements) {
        jdbc.batchUpdate(statements.toArray(String[]::new));
    }
}
