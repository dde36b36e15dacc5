package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A caller that gives another name for our host. */
class ForgedHostTest extends Journey {

    @Value("${pilot.public-address}")
    private String publicAddress;

    @Test
    @DisplayName("description of the API asked for under a forged host → names the public address only")
    void apiDescription() throws IOException {
        String answer = get("/v3/api-docs", "evil.example.com");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"servers\":[{\"url\":\"" + publicAddress + "\"");
        assertThat(answer).doesNotContain("evil.example.com");
    }

    private String get(String path, String host) throws IOException {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nX-Forwarded-Host: evil.example.com\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
