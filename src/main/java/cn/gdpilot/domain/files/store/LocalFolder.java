package cn.gdpilot.domain.files.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** A folder of this machine, or one that several nodes share. A file comes in by renaming, so that a name that is there is whole. */
class LocalFolder implements Place {

    private final Path folder;

    LocalFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(Path file, String sha256) throws IOException {
        Path target = path(sha256);
        boolean fresh = !Files.isDirectory(target.getParent());
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(target.getParent());
        if (fresh) {
            force(folder);
        }
    }

    @Override
    public OptionalLong size(String sha256) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(sha256)));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        try {
            return Channels.newInputStream(
                    FileChannel.open(path(sha256), StandardOpenOption.READ).position(from));
        } catch (NoSuchFileException none) {
            throw new FileNotFoundException(sha256);
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Without this a name may be lost with the power, though the content is on the disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException windows) {
            // There a folder can not be opened, and need not be.
        }
    }
}
