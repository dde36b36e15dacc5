package cn.gdpilot.domain.files;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a file's format by its content; the name only tells docx from xlsx and mp4 from mov, which look alike from outside. */
@Component
public class FileFormat {

    private static final Map<String, String> BY_MEDIA_TYPE = Map.of(
            "application/pdf", "pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
            "image/jpeg", "jpg",
            "image/png", "png",
            "video/mp4", "mp4",
            "application/mp4", "mp4",
            "video/quicktime", "mov",
            "video/x-matroska", "mkv",
            "video/webm", "webm");

    private static final int ENOUGH_TO_TELL = 64 * 1024;
    /** Containers of several formats: docx and xlsx are archives, mp4 and mov are built alike. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "video/quicktime", "application/mp4");

    private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final int EBML_HEADER = 64;

    private final Tika tika = new Tika();

    /**
     * The format, e.g. pdf.
     *
     * @throws Refusal if the content is none of the accepted formats, whatever the name says
     */
    public String of(Path file, String name) throws IOException {
        String byContent;
        try (var content = Files.newInputStream(file)) {
            byContent = detect(content.readNBytes(ENOUGH_TO_TELL), name);
        }
        String format = BY_MEDIA_TYPE.get(byContent);
        if (format == null) {
            throw Refusal.byRule("R2.13", "material.format", byContent);
        }
        return format;
    }

    /** Asked with a name, Tika lets the name decide what the content does not; only a container may need that. */
    private String detect(byte[] head, String name) {
        String byContent = isEbml(head) ? ebml(head) : tika.detect(head);
        return CONTAINERS.contains(byContent) ? tika.detect(head, name) : byContent;
    }

    private static boolean isEbml(byte[] head) {
        return head.length > EBML.length && Arrays.equals(head, 0, EBML.length, EBML, 0, EBML.length);
    }

    /** Matroska and WebM are one container, told apart by the document type in its first bytes. */
    private static String ebml(byte[] head) {
        String first = new String(head, 0, Math.min(head.length, EBML_HEADER), StandardCharsets.ISO_8859_1);
        if (first.contains("webm")) {
            return "video/webm";
        }
        return first.contains("matroska") ? "video/x-matroska" : "application/octet-stream";
    }

    /** What a browser is told about a file of that format. */
    public static String mediaType(String format) {
        return BY_MEDIA_TYPE.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(format) && !entry.getKey().equals("application/mp4"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/octet-stream");
    }
}
