package cn.gdpilot.domain.files.store;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The store: what comes in is written once, to a temporary name, with its SHA-256 on the way, forced to disk, looked
 * into by whoever receives it, and then kept under its hash. The same content is kept once.
 */
@Component
public class FileStore {

    private final Place place;
    private final IncomingFolder incoming;
    private final KeptFiles kept;

    @Autowired
    FileStore(Place place, KeptFiles kept, @Value("${pilot.store-folder}") Path folder) {
        this.place = place;
        this.kept = kept;
        this.incoming = new IncomingFolder(incoming(folder));
    }

    /** Where files arrive in a store's folder, for a server that receives some itself. */
    public static Path incoming(Path folder) {
        return folder.resolve(IncomingFolder.NAME);
    }

    /** A store in a folder that nobody sweeps, for whoever has no application around it. */
    public static FileStore in(Path folder) {
        return new FileStore(new LocalFolder(folder), KeptFiles.NOT_COUNTED, folder);
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

    /**
     * Takes over what a server has received already; it must lie on the disk of what is arriving.
     *
     * @throws Refusal as {@link #receive(InputStream, long)}
     */
    public Incoming receive(Delivered delivered, long limitBytes) throws IOException {
        return incoming.adopt(delivered, limitBytes);
    }

    /**
     * A file that arrives in parts, for the caller alone until it is closed.
     *
     * @param id letters, digits and dashes
     * @return empty if somebody else has it now
     */
    public Optional<PartFile> part(String id) throws IOException {
        return incoming.part(id);
    }

    /** Bytes of a file in parts that have come so far. */
    public long partLength(String id) throws IOException {
        return incoming.partLength(id);
    }

    /** Whether that many bytes fit on the disk now. */
    public boolean hasRoomFor(long bytes) throws IOException {
        return incoming.room() >= bytes;
    }

    /** Keeps a received file; it can be read when this returns, and is swept after a day unless it is {@link #name named}. */
    public void keep(Incoming file) {
        keep(file, false);
    }

    /**
     * Receives and keeps in one, for what the application makes itself; it is never swept.
     *
     * @throws Refusal as {@link #receive(InputStream, long)}
     */
    public Stored keep(InputStream content, long limitBytes) throws IOException {
        try (Incoming file = receive(content, limitBytes)) {
            keep(file, true);
            return new Stored(file.sha256(), file.size());
        }
    }

    /**
     * Says, in the transaction of the record that names it, that a file stays.
     *
     * @throws Refusal if it came so long ago that it has been swept
     */
    public void name(String sha256) {
        if (!kept.name(sha256)) {
            throw Refusal.conflict("store.swept");
        }
    }

    /** Deletes what began to arrive and was last written before that moment, except parts of uploads that may go on. */
    public void sweepIncoming(Instant before, Predicate<String> mayGoOn) throws IOException {
        incoming.sweep(before, mayGoOn);
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

    private void keep(Incoming file, boolean named) {
        try {
            note(file.sha256(), named, place.size(file.sha256()).isPresent());
            place.put(file.path(), file.sha256());
        } catch (IOException e) {
            throw Disk.full(e);
        }
    }

    /** Who brings the same new content at the same time may write its row first: then it is there for us to note. */
    private void note(String sha256, boolean named, boolean alreadyThere) {
        try {
            kept.note(sha256, named, alreadyThere);
        } catch (DuplicateKeyException atOnce) {
            kept.note(sha256, named, alreadyThere);
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
