package cn.gdpilot.domain.files.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    private final ScannerSettings settings;

    Clamd(ScannerSettings settings) {
        this.settings = settings;
    }

    /**
     * Looks into a file.
     *
     * @return what was found; empty if nothing was
     * @throws IOException if the scanner is down, slow, or says that it could not look
     */
    Optional<String> scan(InputStreamSource file) throws IOException {
        try (Socket socket = new Socket()) {
            int patience = (int) settings.timeout().toMillis();
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), patience);
            socket.setSoTimeout(patience);
            send(file, socket);
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            Matcher found = FOUND.matcher(answer);
            if (found.matches()) {
                return Optional.of(found.group(1));
            }
            if (!answer.equals("stream: OK")) {
                throw new IOException("The scanner answered: " + answer);
            }
            return Optional.empty();
        }
    }

    private static void send(InputStreamSource file, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        try (InputStream content = file.getInputStream()) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}
