package cn.gdpilot.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.table.Table;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of all tables at one moment: kept in a schema beside them, and put back. Further moments keep only the tables
 * that differ from the first. Identity columns count on, so that no number comes twice in an application's life.
 */
public class DatabaseTemplate {

    private static final String FIRST = "template";
    private static final String UNKNOWN = "";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final boolean postgres;

    private Map<String, String> first = Map.of();
    private Map<String, String> standing = Map.of();
    private Map<String, Long> marked = Map.of();
    private int moments;

    public DatabaseTemplate(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        ConnectionCallback<String> name = connection -> connection.getMetaData().getDatabaseProductName();
        this.postgres = "PostgreSQL".equals(jdbc.execute(name));
    }

    /** Keeps those of schema public; once, as long as nobody works with them. */
    public void keep() {
        List<String> tables = jdbc.queryForList("""
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""", String.class);
        Map<String, String> all = new HashMap<>();
        tables.forEach(table -> all.put(table, FIRST));
        copy(FIRST, tables);
        if (postgres) {
            run(counters(tables));
        }
        first = Map.copyOf(all);
        standing = first;
        mark();
    }

    /** Keeps a further moment. */
    public Moment keepMore() {
        mark();
        String schema = "moment_" + ++moments;
        List<String> unknown = tables(table -> standing.get(table).equals(UNKNOWN));
        copy(schema, unknown);
        Map<String, String> now = new HashMap<>(standing);
        unknown.forEach(table -> now.put(table, schema));
        standing = Map.copyOf(now);
        return new Moment(standing);
    }

    /** To the first moment. Neither references nor the record's protection hold it up. */
    public void restore() {
        restore(new Moment(first));
    }

    public void restore(Moment moment) {
        mark();
        List<String> tables = tables(table -> !moment.schemas().get(table).equals(standing.get(table)));
        List<String> statements = new ArrayList<>();
        statements.add(postgres ? "set session_replication_role = replica" : "set referential_integrity false");
        tables.forEach(table -> statements.add("delete from public." + quoted(table)));
        tables.forEach(table -> statements.add("insert into public." + quoted(table) + " select * from "
                + moment.schemas().get(table) + "." + quoted(table)));
        statements.add(postgres ? "set session_replication_role = origin" : "set referential_integrity true");
        try {
            run(statements);
        } catch (PessimisticLockingFailureException deadlock) {
            // A job of the test before was still at work; it has the rows it wanted, or has lost them.
            run(statements);
        }
        marked = versions();
        standing = moment.schemas();
    }

    /** From now on a table counts as changed only if somebody writes into it. */
    public void mark() {
        Map<String, Long> versions = versions();
        Map<String, String> now = new HashMap<>(standing);
        tables(table -> isChanged(table, versions)).forEach(table -> now.put(table, UNKNOWN));
        standing = Map.copyOf(now);
        marked = versions;
    }

    /** True if nobody has written since the last mark. */
    public boolean isUntouched() {
        Map<String, Long> versions = versions();
        return tables(table -> isChanged(table, versions)).isEmpty();
    }

    private boolean isChanged(String table, Map<String, Long> versions) {
        return !versions.get(table).equals(marked.get(table));
    }

    private List<String> tables(Predicate<String> which) {
        return first.keySet().stream().filter(which).sorted().toList();
    }

    /** PostgreSQL counts the statements that write into a table, also those that are rolled back, by a trigger and a sequence. */
    private static List<String> counters(List<String> tables) {
        List<String> statements = new ArrayList<>();
        statements.add("create function template.count_change() returns trigger language plpgsql security definer as "
                + "$$ begin perform nextval(tg_argv[0]::regclass); return null; end $$");
        for (String table : tables) {
            statements.add("create sequence changes." + quoted(table));
            statements.add("create trigger zz_count_change after insert or update or delete or truncate on public."
                    + quoted(table) + " for each statement execute function template.count_change('changes."
                    + quoted(table) + "')");
        }
        statements.add(0, "create schema changes");
        return statements;
    }

    private Map<String, Long> counted() {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query(
                "select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = 'changes'", row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }

    /** H2 counts changes, and notes at each table the number of its last one. */
    private Map<String, Long> versions() {
        if (postgres) {
            return counted();
        }
        ConnectionCallback<Map<String, Long>> reading = connection -> {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            Map<String, Long> versions = new HashMap<>();
            for (Table table : session.getDatabase().getSchema("PUBLIC").getAllTablesAndViews(session)) {
                versions.put(table.getName(), table.getMaxDataModificationId());
            }
            return versions;
        };
        return jdbc.execute(reading);
    }

    private void copy(String schema, List<String> tables) {
        List<String> statements = new ArrayList<>();
        statements.add("create schema " + schema);
        tables.forEach(table -> statements.add(
                "create table " + schema + "." + quoted(table) + " as select * from public." + quoted(table)));
        run(statements);
    }

    private static String quoted(String table) {
        return '"' + table + '"';
    }

    /** In one transaction: a commit for each statement took a third of the time. */
    private void run(List<String> statements) {
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(statements.toArray(String[]::new)));
    }

    /** For each table the schema that holds its rows. */
    public record Moment(Map<String, String> schemas) {}
}
