package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Strangers fill no disk: files in a form's envelope are not read for anybody who is not signed in, nor where nothing takes them. */
class FormFilesTest extends Journey {

    private static final int IMPATIENCE = 20_000;
    private static final String BEGINNING =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "x".repeat(100_000);

    @Value("${pilot.store-folder}")
    private Path folder;

    @Test
    @DisplayName(
            "an endless form is answered at its head, whatever it says of itself, and nothing of it lies on the disk")
    void unread() throws Exception {
        String session = "Cookie: " + session();

        assertThat(status("POST /portal/applications/x/materials")).isEqualTo(403);
        assertThat(status("POST /portal/applications/x/materials", session)).isEqualTo(403);
        assertThat(status("POST /login", session)).isEqualTo(403);
        assertThat(status("POST /portal/applications/x/materials", "HX-Request: true"))
                .isEqualTo(403);
        assertThat(status("PUT /portal")).isEqualTo(403);
        assertThat(status("POST /api/applications")).isEqualTo(415);
        assertThat(status("POST /api/applicants")).isEqualTo(415);
        assertThat(status("PUT /api/applications/x/materials/VIDEO?name=a.mp4", "Authorization: Basic eDp5"))
                .isEqualTo(415);
    }

    /** A session that anybody has who has seen the sign-in page. */
    private String session() throws Exception {
        HttpRequest page = HttpRequest.newBuilder(base().resolve("/login")).build();
        return HttpClient.newHttpClient()
                .send(page, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    private int status(String request, String... headers) throws IOException {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(IMPATIENCE);
            String head = request
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 1000000000\r\n"
                    + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
            line.getOutputStream().write((head + BEGINNING).getBytes(StandardCharsets.US_ASCII));

            String answer = new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(arriving()).as(request).isZero();
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }

    private long arriving() throws IOException {
        try (var files = Files.list(Files.createDirectories(folder.resolve("incoming")))) {
            return files.filter(file -> !file.toString().endsWith(".part")).count();
        }
    }
}
