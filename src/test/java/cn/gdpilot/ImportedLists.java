package cn.gdpilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The reference lists as they are after the notice's annexes were imported: no row is a sample. */
public final class ImportedLists {

    private ImportedLists() {}

    /** Writes them there. */
    public static Path in(Path folder) {
        try (Stream<Path> lists = Files.list(Path.of("content/reference"))) {
            for (Path list : lists.toList()) {
                String imported = Files.readString(list).replaceAll(",sample(?=\\R|$)", ",附件1");
                Files.writeString(folder.resolve(list.getFileName()), imported);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
