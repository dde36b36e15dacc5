package cn.gdpilot.running;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.DemoMailServer;
import cn.gdpilot.domain.papers.template.RepeatedDocuments;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application as it was after its start: database, beans' memory, store, and with the database the clock. What a test
 * walks from there by the verbs of a journey is kept too, and put back for the next test that begins in the same way.
 */
public class FreshStart {

    private static final String OFF_THE_PATH = null;

    private final DatabaseTemplate database;
    private final BeanMemory memory;
    private final EngineClock clocks;
    private final PilotClock clock;
    private final JdbcClient jdbc;
    private final DemoMailServer mailbox;
    private final RepeatedDocuments papers;
    private final Path store;

    private final Map<String, Reached<?>> reached = new HashMap<>();
    private String path = OFF_THE_PATH;

    FreshStart(
            DataSource database,
            ConfigurableListableBeanFactory beans,
            EngineClock clocks,
            PilotClock clock,
            DemoMailServer mailbox,
            RepeatedDocuments papers,
            @Value("${pilot.store-folder}") Path store) {
        this.database = new DatabaseTemplate(database);
        this.memory = new BeanMemory(beans);
        this.jdbc = JdbcClient.create(database);
        this.clocks = clocks;
        this.clock = clock;
        this.mailbox = mailbox;
        this.papers = papers;
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        emptyStore();
        database.keep();
        memory.keep();
    }

    void restore() {
        database.restore();
        memory.restore();
        emptyStore();
        clocks.align();
        path = "";
    }

    /**
     * Goes that way, or to its end at once if a test before went it from the same place. Only as long as a test has done
     * nothing else since its beginning. That is told by the tables alone: what a test does to a
     * bean or to the store it does after its beginning, because both are put back with it.
     */
    public <T> T go(String step, Supplier<T> way) {
        if (path == OFF_THE_PATH || !database.isUntouched()) {
            path = OFF_THE_PATH;
            return way.get();
        }
        String from = path;
        String to = from + (papers.isReal() ? "/real " : "/") + step;
        if (reached.get(to) instanceof Kept<?> kept) {
            putBack(kept);
            path = to;
            @SuppressWarnings("unchecked")
            T result = (T) kept.result();
            return result;
        }
        // Steps within a step are part of it.
        path = OFF_THE_PATH;
        T result = way.get();
        if (mailbox.received().isEmpty()) {
            // Few ways are walked twice: the first walk only leaves a mark.
            reached.put(to, reached.containsKey(to) ? kept(result) : new Seen<T>());
            database.mark();
            path = to;
        }
        return result;
    }

    private <T> Kept<T> kept(T result) {
        return new Kept<>(result, database.keepMore(), files(), clock.now());
    }

    private void putBack(Kept<?> kept) {
        database.restore(kept.rows());
        memory.restore();
        emptyStore();
        kept.files().forEach(this::write);
        Duration since = Duration.between(kept.shown(), clock.now());
        jdbc.sql("update clock_offset set millis = millis - :since where id = 1")
                .param("since", since.toMillis())
                .update();
        database.mark();
        clocks.align();
    }

    private Map<Path, byte[]> files() {
        Map<Path, byte[]> files = new HashMap<>();
        stored(file -> files.put(file, Files.readAllBytes(file)));
        return files;
    }

    private void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void emptyStore() {
        stored(Files::delete);
    }

    private void stored(Each each) {
        if (!Files.isDirectory(store)) {
            return;
        }
        try (Stream<Path> all = Files.walk(store)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                each.take(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Each {
        void take(Path file) throws IOException;
    }

    private sealed interface Reached<T> {}

    /** Gone once. */
    private record Seen<T>() implements Reached<T> {}

    /** What stood there at the end of the way, and what the way gave to the test. */
    private record Kept<T>(T result, DatabaseTemplate.Moment rows, Map<Path, byte[]> files, Instant shown)
            implements Reached<T> {}
}
