package cn.gdpilot.domain.files.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that arrives in parts. What has come is what lies on the disk, so that a process that was killed goes on where
 * it stopped; the lock that its holder has goes with the process.
 */
public final class PartFile implements Closeable {

    private static final int BUFFER = 256 * 1024;

    private final String id;
    private final Path path;
    private final FileChannel channel;
    private final RunningHashes hashes;

    private PartFile(String id, Path path, FileChannel channel, RunningHashes hashes) {
        this.id = id;
        this.path = path;
        this.channel = channel;
        this.hashes = hashes;
    }

    /** Empty if another request, of this node or another, has it now. */
    static Optional<PartFile> lock(String id, Path path, RunningHashes hashes) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new PartFile(id, path, channel, hashes));
            }
        } catch (OverlappingFileLockException another) {
            // The same as a lock that another process has.
        }
        channel.close();
        return Optional.empty();
    }

    /** Where it lies, for those who look into it. */
    public Path path() {
        return path;
    }

    /** Bytes that have come so far. */
    public long length() throws IOException {
        return channel.size();
    }

    /**
     * Adds what the stream gives. What came before a line broke stays.
     *
     * @param most bytes to take; more is not read
     * @throws IOException if the line broke
     * @throws cn.gdpilot.domain.text.Refusal if there is no room on the disk
     */
    public void append(InputStream content, long most) throws IOException {
        long at = channel.size();
        Optional<MessageDigest> digest = hashes.at(id, at);
        channel.position(at);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = read(content, buffer, most); read > 0; read = read(content, buffer, most)) {
                Disk.write(channel, ByteBuffer.wrap(buffer, 0, read));
                hash(digest, buffer, read);
                at += read;
                most -= read;
            }
        } finally {
            hashes.keep(id, at, digest);
        }
    }

    /** Takes the last bytes away again. */
    public void cut(long bytes) throws IOException {
        channel.truncate(Math.max(0, channel.size() - bytes));
        hashes.forget(id);
    }

    /** The file as one that has arrived whole: on the disk and hashed; read again only by a process that did not see it come. */
    public Incoming whole() throws IOException {
        Disk.force(channel);
        long size = channel.size();
        MessageDigest digest = hashes.at(id, size).orElse(null);
        if (digest == null) {
            digest = read();
        }
        return new Incoming(path, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Gives it up. */
    public void delete() throws IOException {
        hashes.forget(id);
        Files.deleteIfExists(path);
    }

    /** Lets others have it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void hash(Optional<MessageDigest> digest, byte[] buffer, int length) {
        digest.ifPresent(running -> running.update(buffer, 0, length));
    }

    private MessageDigest read() throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        channel.position(0);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return digest;
    }

    private static int read(InputStream content, byte[] buffer, long most) throws IOException {
        return most <= 0 ? -1 : content.read(buffer, 0, (int) Math.min(buffer.length, most));
    }
}
