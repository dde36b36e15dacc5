package cn.gdpilot.domain.files.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Speaks to clamd: its command INSTREAM, a file in pieces, one answer. */
@Component
class Clamd {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String TOO_LARGE = "size limit exceeded";

    private final ScannerSettings settings;

    Clamd(ScannerSettings settings) {
        this.settings = settings;
    }

    /**
     * Looks into a file.
     *
     * @throws IOException if the scanner is down, does not take the file in time or does not answer in time
     */
    ScanAnswer scan(InputStreamSource file) throws IOException {
        int patience = (int) settings.timeout().toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), patience);
            // A socket's own timeout neither ends a write nor a scanner that sends a byte now and then.
            Future<?> sending = closeAfter(patience, socket);
            boolean whole = send(file, socket);
            sending.cancel(false);
            Future<?> answering = closeAfter(patience, socket);
            String answer = answer(socket);
            answering.cancel(false);
            return understood(answer, whole);
        }
    }

    private static Future<?> closeAfter(int millis, Socket socket) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        socket.close();
                    } catch (IOException closed) {
                        // It is what was wanted.
                    }
                },
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static ScanAnswer understood(String answer, boolean whole) throws IOException {
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new ScanAnswer(ScanState.INFECTED, Optional.of(found.group(1)));
        }
        if (whole && answer.equals("stream: OK")) {
            return new ScanAnswer(ScanState.CLEAN, Optional.empty());
        }
        if (answer.endsWith("ERROR")) {
            return new ScanAnswer(
                    answer.contains(TOO_LARGE) ? ScanState.TOO_LARGE : ScanState.FAILED, Optional.of(answer));
        }
        throw new IOException("The scanner answered: " + answer);
    }

    /** True if all of it went; false if the scanner wanted no more, which it says in its answer. */
    private static boolean send(InputStreamSource file, Socket socket) throws IOException {
        try (InputStream content = file.getInputStream()) {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            byte[] piece = new byte[PIECE];
            try {
                out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                }
                out.writeInt(0);
                out.flush();
                return true;
            } catch (SocketException broken) {
                if (socket.isClosed()) {
                    throw broken;
                }
                return false;
            }
        }
    }
}
