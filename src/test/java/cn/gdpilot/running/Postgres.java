package cn.gdpilot.running;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application at a fresh database of a real PostgreSQL process, which is started once from binaries that the build brings. */
class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + freshDatabase(),
                        "spring.datasource.username=postgres",
                        // When the JVM ends, server and application stop side by side; nobody needs to wait half a
                        // minute for the server then.
                        "spring.datasource.hikari.connection-timeout=8000")
                .applyTo(application);
    }

    private static synchronized String freshDatabase() {
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
        return server.getJdbcUrl("postgres", database);
    }
}
