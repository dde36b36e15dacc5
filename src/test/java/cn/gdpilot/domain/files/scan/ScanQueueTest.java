package cn.gdpilot.domain.files.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Files that wait for a scanner that can not look into one of them. */
class ScanQueueTest extends DataTest {

    private static final ScannerSettings SETTINGS = new ScannerSettings(
            "127.0.0.1", 1, DataSize.ofMegabytes(100), Duration.ofSeconds(1), Duration.ofMinutes(30), true);
    private static final ScanAnswer CLEAN = new ScanAnswer(ScanState.CLEAN, Optional.empty());

    @Autowired
    FileStore store;

    @Autowired
    PilotClock clock;

    @Autowired
    RecordBook book;

    @Autowired
    PlatformTransactionManager transactions;

    private final Scripted clamd = new Scripted();
    private VirusScan scan;
    private String odd;
    private String plain;

    @BeforeEach
    void twoFiles() throws IOException {
        odd = given("odd");
        plain = given("plain");
        FilesToScan both = () -> "select '%s' as sha256 union select '%s'".formatted(odd, plain);
        scan = new VirusScan(List.of(both), jdbc, store, clamd, SETTINGS, clock, book, transactions);
    }

    @Test
    @DisplayName("a file that the scanner can not look into holds up no other")
    void holdsUpNoOther() {
        scan.run();

        assertThat(scan.state(odd)).isEqualTo(ScanState.FAILED);
        assertThat(scan.state(plain)).isEqualTo(ScanState.CLEAN);
        assertThatThrownBy(() -> scan.checkOpen(odd))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("未能检查");
    }

    @Test
    @DisplayName("it is shown to the scanner again after a while, not before")
    void again() {
        scan.run();
        clamd.better = true;

        scan.run();
        assertThat(scan.state(odd)).isEqualTo(ScanState.FAILED);

        clock.moveTo(clock.now().plus(SETTINGS.retry()).plusSeconds(1));
        scan.run();
        assertThat(scan.state(odd)).isEqualTo(ScanState.CLEAN);
        assertThat(clamd.seen).containsExactlyInAnyOrder("odd", "plain", "odd");
    }

    @Test
    @DisplayName("a file that the store has lost holds up no other")
    void lost() {
        String missing = "0".repeat(64);
        FilesToScan three = () -> "select '%s' as sha256 union select '%s'".formatted(missing, plain);
        scan = new VirusScan(List.of(three), jdbc, store, clamd, SETTINGS, clock, book, transactions);

        scan.run();

        assertThat(scan.state(missing)).isEqualTo(ScanState.FAILED);
        assertThat(scan.state(plain)).isEqualTo(ScanState.CLEAN);
    }

    /** Content of its own, so that no other test has it. */
    private String given(String content) throws IOException {
        String own = content + ":" + UUID.randomUUID();
        return store.keep(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)), 100)
                .sha256();
    }

    /** A scanner that fails at what is odd until it gets better. */
    private static final class Scripted extends Clamd {

        private final List<String> seen = new ArrayList<>();
        private boolean better;

        private Scripted() {
            super(SETTINGS);
        }

        @Override
        ScanAnswer scan(InputStreamSource file) throws IOException {
            String content = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(":")[0];
            seen.add(content);
            boolean fails = content.equals("odd") && !better;
            return fails ? new ScanAnswer(ScanState.FAILED, Optional.of("stream: odd ERROR")) : CLEAN;
        }
    }
}
