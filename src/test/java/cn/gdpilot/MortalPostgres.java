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
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL process of one test's own that can be killed or frozen at any moment and goes on with the same data; ends with the JVM. */
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
    }

    /** {@code kill -9} of the server; its own processes end with it. */
    public void kill() throws Exception {
        ProcessHandle postmaster = postmaster();
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

    /** All its processes stand still: connections stay open, and nothing answers. */
    public void freeze() throws Exception {
        signal("-STOP");
    }

    /** It goes on where it stood. */
    public void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        List<String> all = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster()), postmaster().descendants())
                .map(one -> String.valueOf(one.pid()))
                .forEach(all::add);
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Starts it again as it was and waits until it answers; it recovers what was committed. */
    public void startAgain() throws Exception {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            server.getPostgresDatabase().getConnection().close();
            return true;
        });
    }
}
