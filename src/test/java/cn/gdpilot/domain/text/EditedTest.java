package cn.gdpilot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A file that people edit: taken over when it changes, kept as it was while it is broken. */
class EditedTest {

    /** A file that is in the jar as well. */
    private static final String FILE = "holidays.csv";

    @TempDir
    private Path folder;

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    @DisplayName("no file in the folder → the shipped one; put there, changed, taken away → followed each time")
    void follows() throws IOException {
        Edited<String> edited = edited();
        assertThat(edited.value()).startsWith("date,kind");
        assertThat(edited.now().own()).isFalse();

        write("one", 1);
        assertThat(edited.value()).isEqualTo("one");
        assertThat(edited.now().own()).isTrue();
        write("two", 2);
        assertThat(edited.value()).isEqualTo("two");
        Files.delete(folder.resolve(FILE));
        assertThat(edited.value()).startsWith("date,kind");
    }

    @Test
    @DisplayName("nothing changed → read once; an older file, or another length at the same time → read again")
    void reads() throws IOException {
        write("one", 5);
        Edited<String> edited = edited();
        edited.value();
        edited.value();
        assertThat(readings).hasValue(1);

        write("older", 2);
        assertThat(edited.value()).isEqualTo("older");
        write("same time", 2);
        assertThat(edited.value()).isEqualTo("same time");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    @DisplayName("broken edition → the last good one stays, the log tells once, the next good one is used")
    void broken(CapturedOutput log) throws IOException {
        Edited<String> edited = edited();
        write("good", 1);
        edited.value();

        write("broken", 2);
        assertThat(edited.value()).isEqualTo("good");
        assertThat(edited.value()).isEqualTo("good");
        assertThat(edited.now().trouble()).isEqualTo("told why");
        assertThat(log.getOut().split("reference/holidays.csv is not used as it stands in the folder: told why"))
                .as("told once")
                .hasSize(2);

        write("good again", 3);
        assertThat(edited.value()).isEqualTo("good again");
        assertThat(edited.now().trouble()).isNull();
    }

    @Test
    @DisplayName("broken from the start, not UTF-8, too large → the shipped one, with the reason in words")
    void brokenFromTheStart() throws IOException {
        write("broken", 1);
        assertThat(edited().value()).startsWith("date,kind");

        write("照常上班".getBytes(Charset.forName("GBK")), 2);
        assertThat(edited().value()).startsWith("date,kind");
        assertThat(edited().now().trouble()).contains("请以 UTF-8 编码保存");

        write(new byte[(5 << 20) + 1], 3);
        assertThat(edited().now().trouble()).contains("最多 5 MB");
    }

    @Test
    @DisplayName("one value of two files → read again when either changes, although the other is newer")
    void twoFiles() throws IOException {
        write("one", 9);
        Files.writeString(folder.resolve("b.txt"), "b");
        assertThat(folder.resolve("b.txt").toFile().setLastModified(1000)).isTrue();
        Edited<String> both = new EditedFolder(folder, "reference")
                .edited(
                        List.of(FILE, "b.txt"),
                        files -> new String(files.content(FILE), StandardCharsets.UTF_8)
                                + new String(files.content("b.txt"), StandardCharsets.UTF_8));
        assertThat(both.value()).isEqualTo("oneb");

        Files.writeString(folder.resolve("b.txt"), "c");
        assertThat(folder.resolve("b.txt").toFile().setLastModified(2000)).isTrue();

        assertThat(both.value()).isEqualTo("onec");
    }

    @Test
    @DisplayName("file neither in the folder nor shipped → null, and the reader is not asked")
    void nowhere() {
        assertThat(new EditedFolder(folder, "reference")
                        .edited("no-such-file.csv", this::read)
                        .value())
                .isNull();
        assertThat(readings).hasValue(0);
    }

    private Edited<String> edited() {
        return new EditedFolder(folder, "reference").edited(FILE, this::read);
    }

    private String read(byte[] content) {
        readings.incrementAndGet();
        String text = EditedFolder.text(FILE, content);
        if (text.equals("broken")) {
            throw new IllegalArgumentException("told why");
        }
        return text;
    }

    private void write(String text, int second) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), second);
    }

    private void write(byte[] content, int second) throws IOException {
        Path file = folder.resolve(FILE);
        Files.write(file, content);
        assertThat(file.toFile().setLastModified(second * 1000L)).isTrue();
    }
}
