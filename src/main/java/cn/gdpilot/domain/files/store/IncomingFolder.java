package cn.gdpilot.domain.files.store;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where files are written while they arrive: on the same disk as the local store, so that keeping one is a rename. */
class IncomingFolder {

    /** Within the store's folder. */
    static final String NAME = "incoming";

    private static final int BUFFER = 256 * 1024;
    private static final String PART = ".part";

    private final Path folder;
    private final RunningHashes hashes = new RunningHashes();

    IncomingFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a new file and forces it to disk; nothing stays where it fails. */
    Incoming write(InputStream content, long limitBytes) throws IOException {
        return arrived(file -> write(content, file, limitBytes));
    }

    /** Takes over a file that has been written already and forces it to disk; it is read once more, for its hash. */
    Incoming adopt(Delivered delivered, long limitBytes) throws IOException {
        return arrived(file -> {
            delivered.moveTo(file.toAbsolutePath());
            checkSize(Files.size(file), limitBytes);
            try (PartFile moved =
                    PartFile.lock(file.getFileName().toString(), file, hashes).orElseThrow()) {
                return moved.whole();
            }
        });
    }

    /** The file of that id that arrives in parts; empty if another request has it now. */
    Optional<PartFile> part(String id) throws IOException {
        return PartFile.lock(id, made().resolve(id + PART), hashes);
    }

    /** Bytes of it that have come, without disturbing whoever has it. */
    long partLength(String id) throws IOException {
        try {
            return Files.size(folder.resolve(id + PART));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    /** Bytes that fit on the disk. */
    long room() throws IOException {
        return Files.getFileStore(made()).getUsableSpace();
    }

    /** Deletes what was written last before that moment, except parts of uploads that may go on. */
    void sweep(Instant before, Predicate<String> mayGoOn) throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            boolean goesOn = name.endsWith(PART) && mayGoOn.test(name.substring(0, name.length() - PART.length()));
            if (!goesOn && isOlder(file, before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** One that has arrived since the folder was listed is not there any more, and nothing to sweep. */
    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException arrived) {
            return false;
        }
    }

    private Incoming arrived(Arrival arrival) throws IOException {
        Path file = made().resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try {
            Incoming arrived = arrival.at(file);
            whole = true;
            return arrived;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(made())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Incoming write(InputStream content, Path file, long limitBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (FileChannel out = create(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                checkLimit(size, limitBytes);
                digest.update(buffer, 0, read);
                Disk.write(out, ByteBuffer.wrap(buffer, 0, read));
            }
            checkSize(size, limitBytes);
            Disk.force(out);
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private static void checkSize(long size, long limitBytes) {
        if (size == 0) {
            throw Refusal.byRule("R2.13", "material.empty");
        }
        checkLimit(size, limitBytes);
    }

    private static void checkLimit(long size, long limitBytes) {
        if (size > limitBytes) {
            throw Refusal.byRule("R2.13", "material.large", limitBytes / (1024 * 1024));
        }
    }

    private static FileChannel create(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Disk.full(e);
        }
    }

    private Path made() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw Disk.full(e);
        }
    }

    /** Puts a file's content under a path. */
    private interface Arrival {

        Incoming at(Path file) throws IOException;
    }
}
