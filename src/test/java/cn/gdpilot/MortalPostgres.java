package cn.gdpilot;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL process of one test's own that can be killed at any moment and started again on the same data; ends with the JVM. */
public final class MortalPostgres {

    private final Path data;
    private final EmbeddedPostgres server;
    private final List<String> command = new ArrayList<>();

    public MortalPostgres() {
        try {
            data = Files.createTempDirectory("mortal-postgres").resolve("data");
            // As a server runs for real: the test binaries' own setting is to lose the last commits.
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points a test's application at it. */
    public void use(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.hikari.connection-timeout", () -> 2000);
    }

    /** {@code kill -9} of the server; its own processes end with it. */
    public void kill() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        command.clear();
        if (System.getProperty("user.name").equals("root")) {
            // The server refuses to run as root, and this is how it was started.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(postmaster.info().command().orElseThrow());
        command.addAll(List.of(postmaster.info().arguments().orElseThrow()));
        List<ProcessHandle> workers = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().get(10, TimeUnit.SECONDS);
    }

    /** Starts it again as it was and waits until it answers; it recovers what was committed. */
    public void startAgain() throws Exception {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            server.getPostgresDatabase().getConnection().close();
            return true;
        });
    }
}
