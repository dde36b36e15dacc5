package cn.gdpilot.domain.mail.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The letters' files: from the folder that officers edit where one is there, else as shipped. */
@Component
public class LetterFiles {

    private final Path folder;

    LetterFiles(@Value("${pilot.mail.texts-folder}") Path folder) {
        this.folder = folder;
    }

    /** Whether an officer's own file stands in the folder. */
    boolean isOwn(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** When the officer's file was changed last, in milliseconds since 1970; 0 where there is none. */
    long changedAt(String name) {
        return folder.resolve(name).toFile().lastModified();
    }

    /** The officer's file; fails if it is gone or not UTF-8. */
    String own(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new BrokenLetter("letter.unreadable", name);
        }
    }

    /** The file as shipped; null if none is. */
    String shipped(String name) {
        ClassPathResource file = new ClassPathResource("letters/" + name);
        try {
            return file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
