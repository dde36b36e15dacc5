package cn.gdpilot.domain.files.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole and is on the disk, under a name that means nothing yet. It goes when it is closed,
 * unless the store has kept it.
 *
 * @param path   where it lies, for those who look into it
 * @param sha256 of its content
 * @param size   bytes
 */
public record Incoming(Path path, String sha256, long size) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
