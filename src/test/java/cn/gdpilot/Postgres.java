package cn.gdpilot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL process for tests, started once from binaries that the build brings. */
public final class Postgres {

    private static EmbeddedPostgres server;

    private Postgres() {}

    /** Points a test's application at a fresh database. */
    public static synchronized void use(DynamicPropertyRegistry properties) {
        String database = "pilot" + System.nanoTime();
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", database));
        properties.add("spring.datasource.username", () -> "postgres");
        // When the JVM ends, server and application stop side by side; nobody needs to wait half a minute for the
        // server then.
        properties.add("spring.datasource.hikari.connection-timeout", () -> 8000);
    }
}
