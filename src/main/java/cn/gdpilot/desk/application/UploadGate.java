package cn.gdpilot.desk.application;

import cn.gdpilot.desk.application.account.MailConfirmation;
import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an upload begin, if its applicant has confirmed the mail address and is within the limits. What it will bring is
 * counted from then on, as the row of an upload that has begun; the applicant's row is held while it is counted, so that
 * two that begin at the same moment do not both take the last place.
 */
@Component
public class UploadGate {

    private final OwnApplications own;
    private final Applications applications;
    private final Materials materials;
    private final Uploads uploads;
    private final MailConfirmation confirmation;
    private final LimitSettings settings;
    private final LimitRefusals limits;
    private final TransactionTemplate transaction;

    UploadGate(
            OwnApplications own,
            Applications applications,
            Materials materials,
            Uploads uploads,
            MailConfirmation confirmation,
            LimitSettings settings,
            LimitRefusals limits,
            TransactionTemplate transaction) {
        this.own = own;
        this.applications = applications;
        this.materials = materials;
        this.uploads = uploads;
        this.confirmation = confirmation;
        this.settings = settings;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Lets an upload that may take several requests begin.
     *
     * @param bytes how many it will bring
     * @param begin writes its row, within the transaction that has counted
     * @throws Refusal if the application takes nothing now, the address is not confirmed, or a limit is reached
     */
    public <T> T admit(long applicantId, String id, long bytes, Actor actor, Supplier<T> begin) {
        limits.watch(actor, id, () -> {
            confirmation.check(applicantId);
            return null;
        });
        return count(applicantId, id, bytes, actor, begin);
    }

    /**
     * Lets a file come as one request, and does the work that receives it; its place is free again afterwards.
     *
     * @param bytes how many it will bring at most
     * @throws Refusal as above, before anything is received, or as the work throws it
     */
    public void pass(long applicantId, String id, MaterialKind kind, long bytes, Actor actor, Receiving work)
            throws IOException {
        receive(admit(applicantId, id, bytes, actor, () -> uploads.hold(id, kind, bytes)), work);
    }

    /** The same for a file that the application makes itself: it waits for no address to be confirmed. */
    public void keep(long applicantId, String id, MaterialKind kind, long bytes, Actor actor, Receiving work)
            throws IOException {
        receive(count(applicantId, id, bytes, actor, () -> uploads.hold(id, kind, bytes)), work);
    }

    private void receive(String place, Receiving work) throws IOException {
        try {
            work.receive();
        } finally {
            uploads.free(place);
        }
    }

    private <T> T count(long applicantId, String id, long bytes, Actor actor, Supplier<T> begin) {
        return limits.watch(
                actor,
                id,
                () -> transaction.execute(status -> {
                    Application application = own.lockWithApplicant(applicantId, id);
                    own.checkEditable(applicantId, id);
                    check(application, bytes);
                    return begin.get();
                }));
    }

    /** True if the applicant must confirm the mail address of its contact before anything is uploaded. */
    public boolean waitsForConfirmation(long applicantId) {
        return confirmation.isMissing(applicantId);
    }

    /** Bytes that an applicant's files of a round take up, and may. */
    public Room room(Application application) {
        List<String> all = ofRound(application).map(Application::id).toList();
        return new Room(
                materials.bytes(all) + uploads.bytes(all), settings.bytes().toBytes());
    }

    private void check(Application application, long bytes) {
        if (materials.of(application.id()).size() >= DraftFiles.MOST_FILES) {
            throw Refusal.byRule("R2.13", "material.many", DraftFiles.MOST_FILES);
        }
        int open = uploads.open(takingUploads(application));
        if (settings.uploads() > 0 && open >= settings.uploads()) {
            throw Refusal.conflict("upload.many", open, settings.uploads()).because(Limit.UPLOADS);
        }
        Room room = room(application);
        if (room.most() > 0 && room.used() + bytes > room.most()) {
            throw Refusal.conflict("upload.room", size(room.used()), size(room.most()), size(bytes))
                    .because(Limit.BYTES);
        }
    }

    /** Uploads of a submitted or given-up application go on no more, and its page offers no button to cancel it. */
    private List<String> takingUploads(Application application) {
        return ofRound(application)
                .filter(one -> one.state().editable())
                .map(Application::id)
                .toList();
    }

    private Stream<Application> ofRound(Application application) {
        return applications.ofApplicant(application.applicantId()).stream()
                .filter(one -> one.roundId().equals(application.roundId()));
    }

    private static String size(long bytes) {
        return bytes >= 1 << 30 ? "%.1f GB".formatted(bytes / 1073741824.0) : "%.1f MB".formatted(bytes / 1048576.0);
    }

    /**
     * Room that an applicant's files of a round take up.
     *
     * @param used bytes, those of unfinished uploads included
     * @param most bytes that they may take up; 0 = no limit
     */
    public record Room(long used, long most) {}

    /** Receives a file and adds it. */
    public interface Receiving {

        /** @throws Refusal if it is not taken */
        void receive() throws IOException;
    }
}
