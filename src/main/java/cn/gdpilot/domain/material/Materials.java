package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.FileFormat;
import cn.gdpilot.domain.files.VideoLength;
import cn.gdpilot.domain.files.inspection.Inspection;
import cn.gdpilot.domain.files.store.Delivered;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.files.store.Incoming;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.util.unit.DataSize;

/** The files of applications. What is taken away stays in the store and the table, marked as removed. */
@Repository
public class Materials {

    static final String FACTS =
            "id, application_id, kind, name, format, size_bytes, sha256, video_seconds, uploaded_at, title, report_year as \"year\", text_year, result_class";
    private static final String COLUMNS = "select " + FACTS + " from material ";

    /** What leads elsewhere, and what breaks a line. */
    private static final Pattern ODD = Pattern.compile("[/\\\\<>:\"|?*\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final JdbcClient jdbc;
    private final FileStore store;
    private final FileFormat formats;
    private final Inspection inspection;
    private final MaterialPlaces places;
    private final PilotClock clock;
    private final DataSize documentLimit;
    private final DataSize videoLimit;

    Materials(
            JdbcClient jdbc,
            FileStore store,
            FileFormat formats,
            Inspection inspection,
            MaterialPlaces places,
            PilotClock clock,
            @Value("${pilot.materials.document-limit}") DataSize documentLimit,
            @Value("${pilot.materials.video-limit}") DataSize videoLimit) {
        this.jdbc = jdbc;
        this.store = store;
        this.formats = formats;
        this.inspection = inspection;
        this.places = places;
        this.clock = clock;
        this.documentLimit = documentLimit;
        this.videoLimit = videoLimit;
    }

    /**
     * Takes in a file without writing its row yet, so that no transaction is open while a slow line delivers.
     *
     * @throws Refusal if it is empty, too large, named badly, of no accepted format, or holds what could run or hide
     */
    public Upload receive(MaterialKind kind, String name, InputStream content) throws IOException {
        String safeName = checkName(name);
        try (Incoming file = store.receive(content, limit(kind).toBytes())) {
            return receive(kind, safeName, file);
        }
    }

    /** The same for a file of a form, which is moved into the store. */
    public Upload receive(MaterialKind kind, String name, Delivered delivered) throws IOException {
        String safeName = checkName(name);
        try (Incoming file = store.receive(delivered, limit(kind).toBytes())) {
            return receive(kind, safeName, file);
        }
    }

    /**
     * The same for a file that has come already; {@code name} has been checked.
     *
     * @throws Refusal as above; nothing is kept then
     */
    public Upload receive(MaterialKind kind, String name, Incoming file) throws IOException {
        String format = inspection.check(file.path(), formats.of(file.path(), name));
        OptionalInt seconds = kind == MaterialKind.VIDEO ? VideoLength.seconds(file.path()) : OptionalInt.empty();
        Integer year = kind == MaterialKind.AUDIT_REPORT
                ? inspection.reportYear(file.path(), format).orElse(null)
                : null;
        store.keep(file);
        return new Upload(
                kind,
                name,
                format,
                file.size(),
                file.sha256(),
                seconds.isPresent() ? seconds.getAsInt() : null,
                year,
                FileLabel.NONE);
    }

    /** The most that one file of that kind may have. */
    public DataSize limit(MaterialKind kind) {
        return kind == MaterialKind.VIDEO ? videoLimit : documentLimit;
    }

    /** @throws Refusal if a file of so many bytes would be empty or too large */
    public void checkSize(MaterialKind kind, long bytes) {
        if (bytes <= 0) {
            throw Refusal.byRule("R2.13", "material.empty");
        }
        if (bytes > limit(kind).toBytes()) {
            throw Refusal.byRule("R2.13", "material.large", limit(kind).toMegabytes());
        }
    }

    /** @throws Refusal if what is to be replaced is not there any more, or of another kind; null replaces nothing */
    public void checkReplaced(String applicationId, MaterialKind kind, Long replaces) {
        if (replaces == null) {
            return;
        }
        Material old = find(applicationId, replaces).orElseThrow(() -> Refusal.conflict("material.replaced-gone"));
        if (old.kind() != kind) {
            throw Refusal.invalid("material.replaced-kind", Texts.label("material", old.kind()));
        }
    }

    /** @throws Refusal if the first bytes already tell that the file is of no accepted format */
    public void glance(Path firstBytes, String name) throws IOException {
        formats.of(firstBytes, name);
    }

    /**
     * Adds a received file to an application; of the same kind and name there is one, the newer.
     *
     * @param replaces file of the same kind whose place and title it takes, under whatever name; null = none. One that is
     *                 gone meanwhile is replaced no more
     */
    public Material add(String applicationId, Upload upload, Long replaces) {
        return add(applicationId, upload, replaces, 0);
    }

    /** The same for a file whose upload was given a place when it began. */
    public Material add(String applicationId, Upload upload, Long replaces, int place) {
        Optional<Material> replaced = Optional.ofNullable(replaces)
                .flatMap(id -> find(applicationId, id))
                .filter(old -> old.kind() == upload.kind());
        Shelf shelf = replaced.or(() -> named(applicationId, upload))
                .map(old -> shelf(old.id()))
                .orElseGet(() -> new Shelf(null, places.free(applicationId, upload.kind(), place), null, null));
        FileLabel label = upload.label().over(new FileLabel(shelf.year(), shelf.resultClass()));
        store.name(upload.sha256());
        replaced.ifPresent(old -> remove(applicationId, old.id()));
        jdbc.sql(
                        "update material set removed_at = :now where application_id = :application and kind = :kind and name = :name and removed_at is null")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("application", applicationId)
                .param("kind", upload.kind().name())
                .param("name", upload.name())
                .update();
        jdbc.sql("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, video_seconds, uploaded_at, title, place, report_year, text_year, result_class)
                values (:application, :kind, :name, :format, :size, :sha256, :seconds, :now, :title, :place, :year, :textYear, :class)""")
                .param("application", applicationId)
                .param("kind", upload.kind().name())
                .param("name", upload.name())
                .param("format", upload.format())
                .param("size", upload.size())
                .param("sha256", upload.sha256())
                .param("seconds", upload.videoSeconds())
                .param("title", shelf.title())
                .param("place", shelf.place())
                .param("year", label.year())
                .param("textYear", upload.textYear())
                .param(
                        "class",
                        label.resultClass() == null ? null : label.resultClass().name())
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
        return named(applicationId, upload).orElseThrow();
    }

    private Optional<Material> named(String applicationId, Upload upload) {
        return jdbc.sql(
                        COLUMNS
                                + "where application_id = :application and kind = :kind and name = :name and removed_at is null")
                .param("application", applicationId)
                .param("kind", upload.kind().name())
                .param("name", upload.name())
                .query(Material.class)
                .optional();
    }

    /** Title, place and label of a file, for the one that replaces it. */
    private Shelf shelf(long id) {
        return jdbc.sql("select title, place, report_year as \"year\", result_class from material where id = :id")
                .param("id", id)
                .query(Shelf.class)
                .single();
    }

    /** Takes a file away from an application. */
    public void remove(String applicationId, long id) {
        jdbc.sql(
                        "update material set removed_at = :now where id = :id and application_id = :application and removed_at is null")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .param("application", applicationId)
                .update();
    }

    /** What belongs to an application now, by kind and in the applicant's order. */
    public List<Material> of(String applicationId) {
        return jdbc.sql(COLUMNS
                        + "where application_id = :application and removed_at is null order by kind, place, name")
                .param("application", applicationId)
                .query(Material.class)
                .list();
    }

    /** Bytes that lie in the store for these applications; files that were removed lie there, too, and equal ones once. */
    public long bytes(Collection<String> applicationIds) {
        return jdbc.sql("""
                select coalesce(sum(size_bytes), 0) from (
                  select distinct sha256, size_bytes from material
                  where application_id = any(cast(:ids as varchar array))) as kept""")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query(Long.class)
                .single();
    }

    /** One file of an application. */
    public Optional<Material> find(String applicationId, long id) {
        return jdbc.sql(COLUMNS + "where id = :id and application_id = :application and removed_at is null")
                .param("id", id)
                .param("application", applicationId)
                .query(Material.class)
                .optional();
    }

    /** Its content, to be read whole or in ranges. */
    public Resource content(Material material) {
        return store.content(material.sha256());
    }

    /** The content of that key. */
    public Resource content(String sha256) {
        return store.content(sha256);
    }

    /**
     * The name of a file, in Unicode's composed form.
     *
     * @throws Refusal if it is empty, too long, or could lead elsewhere
     */
    public static String checkName(String name) {
        String plain = name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC)
                        .replaceAll("\\p{Cf}", "")
                        .strip();
        if (plain.isEmpty()
                || TextLimit.FILE_NAME.exceededBy(plain)
                || ODD.matcher(plain).find()
                || plain.startsWith(".")) {
            throw Refusal.invalid("material.name", TextLimit.FILE_NAME.length());
        }
        return plain;
    }

    /**
     * A file that has been received and checked, not yet part of an application.
     *
     * @param kind         what it is
     * @param name         checked name
     * @param format       by content
     * @param size         bytes
     * @param sha256       key in the store
     * @param videoSeconds length of a video; null where unknown and for other files
     * @param textYear     year that an audit report names itself; null where none was found, and for other files
     * @param label        what the applicant says of it; what it leaves out is taken over from a file that it replaces
     */
    public record Upload(
            MaterialKind kind,
            String name,
            String format,
            long size,
            String sha256,
            Integer videoSeconds,
            Integer textYear,
            FileLabel label) {

        /** The same file with that label. */
        public Upload labelled(FileLabel said) {
            return new Upload(kind, name, format, size, sha256, videoSeconds, textYear, said);
        }
    }

    private record Shelf(String title, int place, Integer year, ResultClass resultClass) {}
}
