package cn.gdpilot.dossier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Files on their way to a browser: saved and never run in our origin; ranges are served, so that a video can seek. */
public final class Downloads {

    private Downloads() {}

    public static ResponseEntity<Resource> of(Path file, String name, String mediaType) {
        return of(new FileSystemResource(file), name, mediaType);
    }

    /** A paper that was just made; {@code format} as in {@link Material}. */
    public static ResponseEntity<Resource> of(byte[] paper, String name, String format) {
        return of(new ByteArrayResource(paper), name, FileFormat.mediaType(format));
    }

    /** The media type of a format, e.g. of docx. */
    public static String mediaType(String format) {
        return FileFormat.mediaType(format);
    }

    private static ResponseEntity<Resource> of(Resource content, String name, String mediaType) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }
}
