package cn.gdpilot.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import cn.gdpilot.wording.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files under their SHA-256. A file is written to a temporary name, forced to disk and then renamed, so that a name
 * that is there is whole; the same content is kept once.
 */
@Component
public class FileStore {

    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    FileStore(@Value("${pilot.store-folder}") Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps what the stream gives, without holding it in memory.
     *
     * @param limitBytes refuses more than that
     * @throws Refusal if there is nothing in it or more than the limit
     */
    public Stored keep(InputStream content, long limitBytes) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve("incoming-" + UUID.randomUUID());
        try {
            MessageDigest digest = sha256();
            long size = write(new DigestInputStream(content, digest), temporary, limitBytes);
            if (size == 0) {
                throw Refusal.byRule("R2.13", "material.empty");
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            Path target = path(sha256);
            Files.createDirectories(target.getParent());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Stored(sha256, size, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The file under that key; it exists if the key came from {@link #keep}. */
    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static long write(InputStream content, Path target, long limitBytes) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limitBytes) {
                    throw Refusal.byRule("R2.13", "material.large", limitBytes / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
            file.force(true);
            return size;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A file in the store.
     *
     * @param sha256 its key
     * @param size   bytes
     * @param path   where it lies
     */
    public record Stored(String sha256, long size, Path path) {}
}
