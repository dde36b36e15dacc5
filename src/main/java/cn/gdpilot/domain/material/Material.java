package cn.gdpilot.domain.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;

/**
 * A file that belongs to an application. Frozen texts leave out a label that is not there, so that those of before stay as they were.
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
 * @param year          year that an audit report is for, as the applicant says; null = not said
 * @param textYear      year that an audit report names itself on its first pages; null where none was found
 * @param resultClass   class of a related result; null = not said
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
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer textYear,
        @JsonInclude(JsonInclude.Include.NON_NULL) ResultClass resultClass) {

    private static final Set<String> PREVIEWED = Set.of("pdf", "jpg", "png");

    /** What the applicant says of it beside its name. */
    public FileLabel label() {
        return new FileLabel(year, resultClass);
    }

    /** Whether a browser can show it inside of a page without running anything. */
    public boolean previewed() {
        return PREVIEWED.contains(format);
    }
}
