package cn.gdpilot.desk.application;

import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.FileLabels;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialShelf;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.upload.BegunUpload;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.papers.IndexListings;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a draft or of a correction, as long as it can be edited; the application is held while they change. */
@Service
public class DraftFiles {

    /** Maximum number of files in a submitted version (R2.13). */
    static final int MOST_FILES = 500;

    private final OwnApplications own;
    private final Materials materials;
    private final MaterialShelf shelf;
    private final IndexListings listings;
    private final Uploads uploads;
    private final FileLabels labels;

    DraftFiles(
            OwnApplications own,
            Materials materials,
            MaterialShelf shelf,
            IndexListings listings,
            Uploads uploads,
            FileLabels labels) {
        this.labels = labels;
        this.own = own;
        this.materials = materials;
        this.shelf = shelf;
        this.listings = listings;
        this.uploads = uploads;
    }

    /**
     * Adds a file that has been received.
     *
     * @param replaces file of the same kind whose place it takes, under whatever name; null = none
     */
    @Transactional
    public void attach(long applicantId, String id, Materials.Upload upload, Long replaces) {
        Application application = own.lockEditable(applicantId, id);
        checkRoom(id);
        materials.add(id, upload, replaces);
        labels.hold(application);
    }

    /**
     * Judges what is said of a file before it comes.
     *
     * @throws Refusal if the year of a report is none that is asked for, or given to another report
     */
    @Transactional(readOnly = true)
    public void checkLabel(
            long applicantId, String id, MaterialKind kind, String name, FileLabel label, Long replaces) {
        labels.check(own.get(applicantId, id), kind, name, label, replaces);
    }

    /** Adds the index that was made of these files, in place of an earlier one. */
    @Transactional
    public void attachIndex(long applicantId, String id, Materials.Upload index, List<Material> listed) {
        own.lockEditable(applicantId, id);
        checkRoom(id);
        listings.keep(materials.add(id, index, null), listed);
    }

    /**
     * Gives files titles and an order.
     *
     * @param said years and classes by file; files that are not among them keep theirs
     * @param seen as {@link MaterialShelf#states} told them; files that are not in it are arranged however they stand
     */
    @Transactional
    public void arrange(
            long applicantId,
            String id,
            List<MaterialShelf.Slot> slots,
            Map<Long, FileLabel> said,
            Map<Long, String> seen) {
        Application application = own.lockEditable(applicantId, id);
        shelf.arrange(id, slots, seen);
        labels.put(application, said);
    }

    /** Brings back a file that was replaced or removed since the last submission. */
    @Transactional
    public void restore(long applicantId, String id, long materialId) {
        Application application = own.lockEditable(applicantId, id);
        checkRoom(id);
        shelf.restore(id, materialId, application.submittedAt());
        labels.leaveYear(application, materialId);
    }

    /** Adds a file that came in parts; asked again, it is not added twice. */
    @Transactional
    public void finish(long applicantId, String id, Materials.Upload received, BegunUpload upload) {
        Application application = own.lockEditable(applicantId, id);
        if (uploads.find(id, upload.id()).filter(one -> !one.done()).isPresent()) {
            checkRoom(id);
            materials.add(id, received, upload.replaces(), upload.place());
            labels.hold(application);
            uploads.done(upload.id());
        }
    }

    /** Takes a file away; it can be brought back until the next submission. */
    @Transactional
    public void detach(long applicantId, String id, long materialId) {
        own.lockEditable(applicantId, id);
        materials.remove(id, materialId);
    }

    private void checkRoom(String id) {
        if (materials.of(id).size() >= MOST_FILES) {
            throw Refusal.byRule("R2.13", "material.many", MOST_FILES);
        }
    }
}
