package cn.gdpilot.domain.papers.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The templates' files: from the folder that officers edit where one is there, else as shipped. */
@Component
class DocumentFiles {

    private static final long LARGEST = 5L << 20;

    private final Path folder;

    DocumentFiles(@Value("${pilot.documents.folder}") Path folder) {
        this.folder = folder;
    }

    /** Whether an officer's own file stands in the folder. */
    boolean isOwn(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** Tells one state of the officer's file from another; empty where there is none. */
    String state(String name) {
        var file = folder.resolve(name).toFile();
        return file.isFile() ? file.lastModified() + "/" + file.length() : "";
    }

    /** The officer's file; fails if it is gone or too large. */
    byte[] own(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw new BrokenTemplate("template.large", LARGEST >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BrokenTemplate("template.unreadable", name);
        }
    }

    /** The file as shipped; null if none is. */
    byte[] shipped(String name) {
        ClassPathResource file = new ClassPathResource("documents/" + name);
        try {
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
