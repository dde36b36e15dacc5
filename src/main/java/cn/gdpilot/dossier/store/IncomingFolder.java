package cn.gdpilot.dossier.store;

import cn.gdpilot.wording.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are written while they arrive: on the same disk as the local store, so that keeping one is a rename. */
class IncomingFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingFolder.class);
    private static final int BUFFER = 256 * 1024;

    private final Path folder;

    IncomingFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a new file and forces it to disk; nothing stays where it fails. */
    Incoming write(InputStream content, long limitBytes) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try {
            Incoming written = write(content, file, limitBytes);
            whole = true;
            return written;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Incoming write(InputStream content, Path file, long limitBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (FileChannel out = create(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limitBytes) {
                    throw Refusal.byRule("R2.13", "material.large", limitBytes / (1024 * 1024));
                }
                digest.update(buffer, 0, read);
                append(out, ByteBuffer.wrap(buffer, 0, read));
            }
            if (size == 0) {
                throw Refusal.byRule("R2.13", "material.empty");
            }
            force(out);
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private FileChannel create(Path file) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** A failure to write is the disk's, a failure to read the line's: they are told apart here. */
    private static void append(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static void force(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static Refusal full(IOException cause) {
        LOG.error("The store can not write", cause);
        return Refusal.unavailable("store.full");
    }
}
