package cn.gdpilot.domain.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: one of 2 MB, mounted for the test where that is allowed. */
class DiskFullTest {

    private static final int TOO_MUCH = 4 << 20;

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString()) == 0,
                "needs the right to mount");
        store = FileStore.in(folder);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", folder.toString());
    }

    @Test
    @DisplayName(
            "a file that does not fit is refused in plain words and leaves nothing; a smaller one is kept afterwards")
    void nothingHalf() throws IOException {
        assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(new byte[TOO_MUCH]), TOO_MUCH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("存储空间不足");

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(store.keep(new ByteArrayInputStream(new byte[1000]), TOO_MUCH)
                        .size())
                .isEqualTo(1000);
    }

    @Test
    @DisplayName("of an upload in parts what fitted stays, so that it may go on when there is room")
    void goesOnLater() throws IOException {
        try (PartFile part = store.part("a").orElseThrow()) {
            assertThatThrownBy(() -> part.append(new ByteArrayInputStream(new byte[TOO_MUCH]), TOO_MUCH))
                    .isInstanceOf(Refusal.class);
            assertThat(part.length()).isBetween(1L, 2L << 20);
        }
        assertThat(store.hasRoomFor(TOO_MUCH)).isFalse();
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException noSuchCommand) {
            return -1;
        }
    }
}
