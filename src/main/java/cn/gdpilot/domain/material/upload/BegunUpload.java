package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.MaterialKind;
import java.time.Instant;

/**
 * An upload that somebody has begun.
 *
 * @param id            its key, and the end of its address
 * @param applicationId whose material it will be
 * @param kind          what it is (R2.13)
 * @param name          checked name
 * @param sizeBytes     how many bytes will come
 * @param metadata      as the client sent it
 * @param expiresAt     when it is given up, if nothing comes until then
 * @param doneAt        when it became a material; null while it has not
 * @param place         where it will stand among the files of its kind; 0 = behind all others when it has come
 */
public record BegunUpload(
        String id,
        String applicationId,
        MaterialKind kind,
        String name,
        long sizeBytes,
        String metadata,
        Instant expiresAt,
        Instant doneAt,
        int place) {

    /** The file whose place it takes, as the client said when it began; null = none. */
    public Long replaces() {
        return TusMetadata.replaces(TusMetadata.parse(metadata));
    }

    /** What the client said of the file when it began. */
    FileLabel label() {
        return TusMetadata.label(kind, TusMetadata.parse(metadata));
    }

    public boolean done() {
        return doneAt != null;
    }
}
