package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Layout;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;

/** An image on its way to a browser; one stretch of it may be asked for, so that a broken download goes on (RFC 9110, 14). */
public final class DiscDownload {

    private DiscDownload() {}

    /** @param name as it is saved */
    public static void send(
            Layout image, String name, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + image.tag() + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        HttpRange range = range(request, tag);
        long from = range == null ? 0 : range.getRangeStart(image.size());
        long to = range == null ? image.size() : range.getRangeEnd(image.size()) + 1;
        if (from >= to) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + image.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        if (range != null) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to - 1, image.size()));
        }
        response.setContentType(mediaType);
        response.setContentLengthLong(to - from);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            image.write(response.getOutputStream(), from, to);
        }
    }

    /** The stretch that is asked for; null for all: none is, several are, it makes no sense, or it is of another image. */
    private static HttpRange range(HttpServletRequest request, String tag) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        String known = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked == null || known != null && !known.equals(tag)) {
            return null;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(asked);
            return ranges.size() == 1 ? ranges.get(0) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
