package cn.gdpilot.domain.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Files on their way to a browser: saved and never run in our origin. */
public final class Downloads {

    private Downloads() {}

    /** A paper that was just made; {@code format} is e.g. docx. */
    public static ResponseEntity<Resource> of(byte[] paper, String name, String format) {
        return of(new ByteArrayResource(paper), name, FileFormat.mediaType(format));
    }

    /** The media type of a format, e.g. of docx. */
    public static String mediaType(String format) {
        return FileFormat.mediaType(format);
    }

    /** A file to be saved, in one piece or, for what seeks in it or goes on after a break, in ranges. */
    public static ResponseEntity<Resource> of(Resource content, String name, String mediaType) {
        return answer(name, mediaType).body(content);
    }

    /**
     * A file that may be large: ranges are served, so that a video can seek and a download goes on after a break; whoever
     * has this very content already gets nothing.
     *
     * @param sha256  of the content: its validator
     * @param ifRange the header If-Range of the request, or null; if it names another content, the whole is served
     */
    public static ResponseEntity<Resource> seekable(
            Resource content, String sha256, String name, String mediaType, String ifRange) throws IOException {
        String validator = '"' + sha256 + '"';
        ResponseEntity.BodyBuilder answer = answer(name, mediaType).eTag(validator);
        if (ifRange != null && !ifRange.equals(validator)) {
            // Of a mere stream the framework serves no ranges.
            return answer.contentLength(content.contentLength()).body(new InputStreamResource(content));
        }
        return answer.body(content);
    }

    private static ResponseEntity.BodyBuilder answer(String name, String mediaType) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    /**
     * A document or picture that a page of ours shows in a frame. Only for formats that run nothing (pdf, jpg, png);
     * the sandbox that downloads carry would keep a browser's own pdf viewer from showing it.
     */
    public static ResponseEntity<Resource> preview(Resource content, String name, String mediaType) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(content);
    }
}
