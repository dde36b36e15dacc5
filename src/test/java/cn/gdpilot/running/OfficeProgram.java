package cn.gdpilot.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An office program that takes as long as the test says and then fails: pages are printed instead. */
public class OfficeProgram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = folder();

    /** As long as this file is there, the program is at work. */
    public static final Path BUSY = FOLDER.resolve("busy");

    /** Made by the program when it begins while {@link #BUSY} is there. */
    public static final Path AT_WORK = FOLDER.resolve("at-work");

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        try {
            Path program = FOLDER.resolve("soffice");
            Files.writeString(program, """
                    #!/bin/sh
                    cd "$(dirname "$0")"
                    [ -e busy ] && touch at-work
                    while [ -e busy ]; do sleep 0.1; done
                    exit 1
                    """);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            TestPropertyValues.of("pilot.documents.soffice=" + program).applyTo(application);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("office");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
