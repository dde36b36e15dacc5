package cn.gdpilot.desk.application;

import cn.gdpilot.GdPilotApplication;
import cn.gdpilot.domain.calendar.Rounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The application as it starts by default, on a PostgreSQL that forces every commit to disk; no mail is sent meanwhile. */
final class BenchApplication implements AutoCloseable {

    private final EmbeddedPostgres database;
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private BenchApplication(EmbeddedPostgres database, Path folder, ConfigurableApplicationContext context) {
        this.database = database;
        this.folder = folder;
        this.context = context;
    }

    static BenchApplication start() throws IOException {
        EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .start();
        Path folder = Files.createTempDirectory("bench");
        return new BenchApplication(
                database,
                folder,
                SpringApplication.run(
                        GdPilotApplication.class,
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--pilot.store-folder=" + folder,
                        "--pilot.audit.key=a-key-for-benches",
                        "--pilot.security.password-iterations=1000",
                        "--pilot.mail.pause=1h"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    URI address() {
        return URI.create("http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort());
    }

    /** The round that is open. */
    String round() {
        return bean(Rounds.class).current().orElseThrow().id();
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
