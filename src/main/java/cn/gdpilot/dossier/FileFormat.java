package cn.gdpilot.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import cn.gdpilot.wording.Refusal;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a file's format by its content; the name only tells docx from xlsx, which look alike from outside. */
@Component
class FileFormat {

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

    private final Tika tika = new Tika();

    /**
     * The format, e.g. pdf.
     *
     * @throws Refusal if the content is none of the accepted formats, whatever the name says
     */
    String of(Path file, String name) throws IOException {
        String byContent;
        try (var content = Files.newInputStream(file)) {
            byContent = tika.detect(content.readNBytes(64 * 1024), name);
        }
        String format = BY_MEDIA_TYPE.get(byContent);
        if (format == null) {
            throw Refusal.byRule("R2.13", "material.format", byContent);
        }
        return format;
    }

    /** What a browser is told about a file of that format. */
    static String mediaType(String format) {
        return BY_MEDIA_TYPE.entrySet().stream()
                .filter(entry -> entry.getValue().equals(format) && !entry.getKey().equals("application/mp4"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/octet-stream");
    }
}
