package cn.gdpilot.domain.papers.print;

import jakarta.annotation.PreDestroy;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Prints Word files as PDF through LibreOffice, where it is installed: apart, without anybody's settings, for a limited time. */
@Component
public class OfficePrinter {

    private static final Logger LOG = LoggerFactory.getLogger(OfficePrinter.class);

    private final PrintFont font;
    private final Path program;
    private final Duration timeout;
    private final ReentrantLock one = new ReentrantLock();
    private Path profile;

    OfficePrinter(
            PrintFont font,
            @Value("${pilot.documents.soffice}") String program,
            @Value("${pilot.documents.soffice-timeout}") Duration timeout) {
        this.font = font;
        this.program = find(program);
        this.timeout = timeout;
    }

    /** Whether there is an office program to print with. */
    public boolean isThere() {
        return program != null;
    }

    /**
     * Prints Word files.
     *
     * @return a PDF for each; empty if it failed or took too long
     */
    public Optional<List<byte[]>> print(List<byte[]> documents) {
        try {
            if (!one.tryLock(timeout.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("LibreOffice is busy");
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("papers");
            return printIn(folder, documents);
        } catch (IOException e) {
            LOG.warn("LibreOffice can not be used", e);
            return Optional.empty();
        } finally {
            one.unlock();
            delete(folder);
        }
    }

    private Optional<List<byte[]>> printIn(Path folder, List<byte[]> documents) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + profile().toUri(),
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nolockcheck",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        for (int i = 0; i < documents.size(); i++) {
            Path file = folder.resolve(i + ".docx");
            Files.write(file, documents.get(i));
            command.add(file.toString());
        }
        if (!run(command)) {
            LOG.warn("LibreOffice did not finish within {}", timeout);
            return Optional.empty();
        }
        List<byte[]> printed = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Path file = folder.resolve(i + ".pdf");
            if (!Files.isRegularFile(file)) {
                LOG.warn("LibreOffice printed {} of {} papers", i, documents.size());
                return Optional.empty();
            }
            printed.add(Files.readAllBytes(file));
        }
        return Optional.of(printed);
    }

    private boolean run(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // It needs none of our settings, and must not see the passwords among them.
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("HOME", profile().toString());
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        try {
            return process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A profile of our own, with our font in it for machines that have no Chinese one. */
    private Path profile() throws IOException {
        if (profile == null) {
            Path fresh = Files.createTempDirectory("office");
            Path fonts = Files.createDirectories(fresh.resolve("user/fonts"));
            try (InputStream regular = font.regular();
                    InputStream bold = font.bold()) {
                Files.copy(regular, fonts.resolve("regular.ttf"));
                Files.copy(bold, fonts.resolve("bold.ttf"));
            }
            profile = fresh;
        }
        return profile;
    }

    @PreDestroy
    void leave() {
        delete(profile);
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String program) {
        if (program.isBlank()) {
            return null;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream((File.pathSeparator + path).split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
