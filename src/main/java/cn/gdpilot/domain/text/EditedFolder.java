package cn.gdpilot.domain.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Files that people edit while the application runs: each from the folder where one is there, else as shipped. */
public final class EditedFolder {

    private static final String MARK = "\uFEFF";
    private static final long LARGEST = 5L << 20;

    private final Path folder;
    private final String shipped;

    /**
     * @param folder  what people edit; need not be there
     * @param shipped the folder of the same files in the jar, e.g. "letters"
     */
    public EditedFolder(Path folder, String shipped) {
        this.folder = folder;
        this.shipped = shipped;
    }

    /** What a reader makes of one file, kept up to date; null where neither folder nor jar has the file. */
    public <T> Edited<T> edited(String name, Function<byte[], T> reader) {
        return edited(List.of(name), files -> {
            byte[] content = files.content(name);
            return content == null ? null : reader.apply(content);
        });
    }

    /** What a reader makes of several files together, kept up to date. */
    public <T> Edited<T> edited(List<String> names, Function<Source, T> reader) {
        return new Edited<>(this, names, reader);
    }

    /** Whether the folder has that file. */
    public boolean isOwn(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /**
     * The file's content: the folder's, else as shipped; null if neither is there.
     *
     * @throws Refusal if the folder's file cannot be read or is larger than 5 MB
     */
    public byte[] content(String name) {
        return isOwn(name) ? own(name) : shipped(name);
    }

    /** The file as shipped; null if none is. */
    byte[] shipped(String name) {
        ClassPathResource file = new ClassPathResource(shipped + "/" + name);
        try {
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells one state of the folder's files from another; empty for one file that is not there. */
    String state(List<String> names) {
        return names.stream().map(this::state).collect(Collectors.joining(","));
    }

    /** For the log. */
    String title(List<String> names) {
        return names.stream().map(name -> shipped + "/" + name).collect(Collectors.joining(", "));
    }

    /**
     * The content as text.
     *
     * @throws Refusal if it is not UTF-8
     */
    public static String text(String name, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            // Excel and Notepad write a mark before the text.
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("edited.encoding", name);
        }
    }

    private String state(String name) {
        File file = folder.resolve(name).toFile();
        long changedAt = file.lastModified();
        return changedAt == 0 ? "" : changedAt + "/" + file.length();
    }

    private byte[] own(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw Refusal.invalid("edited.large", LARGEST >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Refusal.invalid("edited.unreadable", name);
        }
    }

    /** Where a reader finds the files. */
    public interface Source {

        /** The content of a file; null if it is nowhere. */
        byte[] content(String name);
    }
}
