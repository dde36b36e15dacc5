package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.files.store.PartFile;
import cn.gdpilot.domain.material.FileLabels;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.material.MaterialPlaces;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import me.desair.tus.server.TusFileUploadService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Uploads by tus 1.0 (core, creation, checksum, expiration, termination). Whether an application takes anything is the
 * caller's to judge, before and again when the file has come whole.
 */
@Component
public class ResumableUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ResumableUploads.class);
    private static final String VERSION = "1.0.0";
    private static final int LOCKED = 423;
    /** Bytes by which a format is told. */
    private static final int ENOUGH_TO_TELL = 64 * 1024;

    private final Uploads uploads;
    private final Materials materials;
    private final MaterialPlaces places;
    private final FileStore store;
    private final FileLabels labels;
    private final Applications applications;
    private final MaterialKinds kinds;

    ResumableUploads(
            Uploads uploads,
            Materials materials,
            MaterialPlaces places,
            FileStore store,
            FileLabels labels,
            Applications applications,
            MaterialKinds kinds) {
        this.kinds = kinds;
        this.uploads = uploads;
        this.materials = materials;
        this.places = places;
        this.store = store;
        this.labels = labels;
        this.applications = applications;
    }

    /** What this server understands, for clients that ask. */
    public void describe(HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", "creation,checksum,expiration,termination");
        response.setHeader("Tus-Checksum-Algorithm", "md5,sha1,sha256,sha384,sha512");
        response.setHeader(
                "Tus-Max-Size",
                String.valueOf(materials.limit(MaterialKind.VIDEO).toBytes()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /**
     * Begins an upload and answers with its address.
     *
     * @param gate lets it begin, or refuses because of what the applicant has begun already
     * @throws Refusal if kind, name or length are not fit, the gate refuses it, or the disk has no room for it
     */
    public void begin(String applicationId, HttpServletRequest request, HttpServletResponse response, Gate gate)
            throws IOException {
        String metadata = request.getHeader("Upload-Metadata");
        Map<String, String> told = TusMetadata.parse(metadata);
        MaterialKind kind = kinds.parse(told.getOrDefault("kind", ""));
        String name = Materials.checkName(told.getOrDefault("filename", told.get("name")));
        long size = size(request.getHeader("Upload-Length"));
        materials.checkSize(kind, size);
        materials.checkReplaced(applicationId, kind, TusMetadata.replaces(told));
        labels.check(
                applications.get(applicationId), kind, name, TusMetadata.label(kind, told), TusMetadata.replaces(told));
        if (!store.hasRoomFor(size)) {
            throw Refusal.unavailable("store.full");
        }
        BegunUpload upload = gate.admit(
                size, () -> uploads.begin(applicationId, kind, name, size, metadata, places.next(applicationId, kind)));
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "/" + upload.id());
        response.setDateHeader("Upload-Expires", upload.expiresAt().toEpochMilli());
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    /**
     * Answers a question after an upload, takes its next bytes, or gives it up.
     *
     * @param whenWhole what becomes of the file once it has come whole; asked again later if it fails for want of room
     * @throws Refusal if there is no such upload, or the file is refused; it is given up then
     */
    public void goOn(
            String applicationId,
            String id,
            HttpServletRequest request,
            HttpServletResponse response,
            WhenWhole whenWhole)
            throws IOException {
        BegunUpload upload = uploads.find(applicationId, id).orElseThrow(() -> Refusal.notFound("upload.unknown"));
        if (upload.done()) {
            speak(new TusBytes(upload, null, uploads), request, response);
            return;
        }
        Optional<PartFile> free = store.part(id);
        if (free.isEmpty()) {
            response.setHeader("Tus-Resumable", VERSION);
            response.setStatus(LOCKED);
            return;
        }
        try (PartFile part = free.get()) {
            TusBytes bytes = new TusBytes(upload, part, uploads);
            speak(bytes, request, response);
            if (!bytes.terminated() && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                judge(upload, part, whenWhole);
            }
        } catch (Refusal refusal) {
            response.reset(); // What the library has written speaks of success.
            throw refusal;
        }
    }

    /** A file that is refused is given up; one for which there was no room may be finished by asking again. */
    private void judge(BegunUpload upload, PartFile part, WhenWhole whenWhole) throws IOException {
        try {
            if (part.length() == upload.sizeBytes()) {
                whenWhole.take(
                        upload,
                        materials
                                .receive(upload.kind(), upload.name(), part.whole())
                                .labelled(upload.label()));
            } else if (part.length() >= ENOUGH_TO_TELL) {
                materials.glance(part.path(), upload.name());
            }
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.UNAVAILABLE && refusal.kind() != Refusal.Kind.CONFLICT) {
                uploads.remove(upload.id());
                part.delete();
            }
            throw refusal;
        }
    }

    private static void speak(TusBytes bytes, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            new TusFileUploadService()
                    .withUploadUri("/api/applications/[\\w-]+/uploads")
                    .withUploadStorageService(bytes)
                    .withUploadLockingService(new NoLocks())
                    .disableTusExtension("concatenation")
                    .process(request, new PlainStatus(response));
        } catch (IOException lineBroke) {
            LOG.debug("An upload stopped and may go on: {}", lineBroke.toString());
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    private static long size(String header) {
        try {
            return Long.parseLong(header == null ? "" : header.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("upload.length");
        }
    }

    /** True if an upload may begin. */
    public interface Gate {

        /**
         * Counts and begins in one transaction.
         *
         * @throws Refusal if a limit is reached
         */
        BegunUpload admit(long bytes, Supplier<BegunUpload> begin);
    }

    /** What becomes of a file that has come whole. */
    public interface WhenWhole {

        /** @throws Refusal if the application takes nothing any more; nothing is changed then */
        void take(BegunUpload upload, Materials.Upload received);
    }
}
