package cn.gdpilot.running;

import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** The application as it was after its start: database, beans' memory, store, and with the database the clock. */
class FreshStart {

    private final DatabaseTemplate database;
    private final BeanMemory memory;
    private final EngineClock clock;
    private final Path store;

    FreshStart(
            DataSource database,
            ConfigurableListableBeanFactory beans,
            EngineClock clock,
            @Value("${pilot.store-folder}") Path store) {
        this.database = new DatabaseTemplate(database);
        this.memory = new BeanMemory(beans);
        this.clock = clock;
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
        clock.align();
    }

    private void emptyStore() {
        if (!Files.isDirectory(store)) {
            return;
        }
        try (Stream<Path> files = Files.walk(store)) {
            files.map(Path::toFile).filter(File::isFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
