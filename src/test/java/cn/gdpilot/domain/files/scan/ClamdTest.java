package cn.gdpilot.domain.files.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/** A scanner that refuses, hangs or talks nonsense, played by a socket. */
@Timeout(60)
class ClamdTest {

    private static final ByteArrayResource SMALL = new ByteArrayResource(new byte[1000]);
    /** More than the buffers of both ends hold. */
    private static final ByteArrayResource LARGE = new ByteArrayResource(new byte[40 << 20]);

    private static final Duration SHORT = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket server;
    private Clamd clamd;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        clamd = clamd(Duration.ofSeconds(15));
    }

    private Clamd clamd(Duration patience) {
        return new Clamd(new ScannerSettings(
                "127.0.0.1", server.getLocalPort(), DataSize.ofMegabytes(100), patience, Duration.ofMinutes(30), true));
    }

    @AfterEach
    void end() throws IOException {
        over.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Eicar FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, TOO_LARGE",
        "stream: Can't allocate memory ERROR, FAILED"
    })
    @DisplayName("what the scanner says of a file is its state")
    void answers(String said, ScanState state) throws IOException {
        scannerDoes(socket -> {
            readAll(socket.getInputStream());
            say(socket, said);
        });

        assertThat(clamd.scan(SMALL).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "stream: OK but", "stream: OK\nstream: OK", "HTTP/1.1 200 OK"})
    @DisplayName("an answer that says nothing of the file clears none")
    void nonsense(String said) {
        scannerDoes(socket -> {
            readAll(socket.getInputStream());
            say(socket, said);
        });

        assertThatThrownBy(() -> clamd.scan(SMALL)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("a clean answer before the whole file was taken clears it not")
    void cleanTooEarly() {
        scannerDoes(socket -> {
            say(socket, "stream: OK");
            socket.close();
        });

        assertThatThrownBy(() -> clamd.scan(LARGE)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("a scanner that refuses in the middle of a file is heard")
    void refusesInTheMiddle() throws IOException {
        scannerDoes(socket -> {
            say(socket, "INSTREAM size limit exceeded. ERROR");
            socket.shutdownOutput();
            readAll(socket.getInputStream());
        });

        assertThat(clamd.scan(LARGE))
                .isEqualTo(new ScanAnswer(ScanState.TOO_LARGE, Optional.of("INSTREAM size limit exceeded. ERROR")));
    }

    @Test
    @DisplayName("a scanner that takes the connection and reads nothing is given up in time")
    void readsNothing() {
        scannerDoes(socket -> over.await());

        assertThatThrownBy(() -> clamd(SHORT).scan(LARGE)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("a scanner that answers a letter at a time is given up in time")
    void dripping() {
        scannerDoes(socket -> {
            readAll(socket.getInputStream());
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('s');
            }
        });

        assertThatThrownBy(() -> clamd(SHORT).scan(SMALL)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("a scanner that is down is an error, not a clean file")
    void down() throws IOException {
        server.close();

        assertThatThrownBy(() -> clamd.scan(SMALL)).isInstanceOf(IOException.class);
    }

    private static void say(Socket socket, String said) throws IOException {
        socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** The command, and pieces until an empty one. */
    private static void readAll(InputStream in) throws IOException {
        in.readNBytes("zINSTREAM\0".length());
        int length = 1;
        while (length > 0) {
            byte[] four = in.readNBytes(4);
            length = (four[0] & 0xff) << 24 | (four[1] & 0xff) << 16 | (four[2] & 0xff) << 8 | four[3] & 0xff;
            in.readNBytes(length);
        }
    }

    private void scannerDoes(Play play) {
        Thread scanner = new Thread(() -> {
            try (Socket socket = server.accept()) {
                play.with(socket);
            } catch (IOException | InterruptedException hungUp) {
                // The caller hung up, which is what it should.
            }
        });
        scanner.setDaemon(true);
        scanner.start();
    }

    private interface Play {
        void with(Socket socket) throws IOException, InterruptedException;
    }
}
