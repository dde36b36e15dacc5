package cn.gdpilot.domain.mail.letters;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mail's HTML shown in a browser: without script, without network, outside of our origin. */
public final class HtmlMail {

    private static final String NOTHING_BUT_STYLE =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private HtmlMail() {}

    public static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_BUT_STYLE)
                .body(html);
    }
}
