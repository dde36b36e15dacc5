package cn.gdpilot.domain.material;

import java.time.Instant;
import java.util.Set;

/**
 * A file that belongs to an application.
 *
 * @param id            key
 * @param applicationId application
 * @param kind          what it is (R2.13)
 * @param name          as the applicant named it
 * @param format        by its content, e.g. pdf
 * @param sizeBytes     size
 * @param sha256        key in the store
 * @param videoSeconds  length of a video; null where unknown and for other files
 * @param uploadedAt    when it came
 * @param title         as the applicant calls it; null = by its name
 */
public record Material(
        long id,
        String applicationId,
        MaterialKind kind,
        String name,
        String format,
        long sizeBytes,
        String sha256,
        Integer videoSeconds,
        Instant uploadedAt,
        String title) {

    private static final Set<String> PREVIEWED = Set.of("pdf", "jpg", "png");

    /** Whether a browser can show it inside of a page without running anything. */
    public boolean previewed() {
        return PREVIEWED.contains(format);
    }
}
