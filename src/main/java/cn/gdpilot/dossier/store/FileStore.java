package cn.gdpilot.dossier.store;

import cn.gdpilot.wording.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The store: what comes in is written once, to a temporary name, with its SHA-256 on the way, forced to disk, looked
 * into by whoever receives it, and then kept under its hash. The same content is kept once.
 */
@Component
public class FileStore {

    private final Place place;
    private final IncomingFolder incoming;

    @Autowired
    FileStore(@Value("${pilot.store-folder}") Path folder) {
        this(new LocalFolder(folder), folder);
    }

    FileStore(Place place, Path folder) {
        this.place = place;
        this.incoming = new IncomingFolder(folder.resolve("incoming"));
    }

    /** A store in a folder, for whoever has no application around it. */
    public static FileStore in(Path folder) {
        return new FileStore(folder);
    }

    /**
     * Writes what the stream gives to a temporary name, without holding it in memory.
     *
     * @param limitBytes refuses more than that
     * @throws Refusal if there is nothing in it, more than the limit, or no room for it
     */
    public Incoming receive(InputStream content, long limitBytes) throws IOException {
        return incoming.write(content, limitBytes);
    }

    /** Keeps a received file for good; it can be read when this returns. */
    public void keep(Incoming file) throws IOException {
        place.put(file.path(), file.sha256());
    }

    /**
     * Receives and keeps in one, for what the application makes itself.
     *
     * @throws Refusal as {@link #receive}
     */
    public Stored keep(InputStream content, long limitBytes) throws IOException {
        try (Incoming file = receive(content, limitBytes)) {
            keep(file);
            return new Stored(file.sha256(), file.size());
        }
    }

    /** The file under that key, to be read whole or in ranges; it exists if the key came from {@link #keep}. */
    public Resource content(String sha256) {
        return new StoredFile(place, sha256);
    }

    /** Its size in bytes; empty if there is none. */
    public OptionalLong size(String sha256) {
        try {
            return place.size(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file in the store.
     *
     * @param sha256 its key
     * @param size   bytes
     */
    public record Stored(String sha256, long size) {}
}
