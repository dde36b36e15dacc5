package cn.gdpilot.domain.files.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into .docx and .xlsx: macros, embedded objects, what starts or fetches something, archives that burst. */
class OfficeContents {

    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_INSIDE = 1L << 30;
    private static final long BURSTING_SIZE = 20L << 20;
    private static final int BURSTING_RATIO = 150;
    private static final int MOST_LISTED = 4 << 20;
    private static final int ENOUGH_TO_TELL = 64;
    private static final Pattern ACTIVE = Pattern.compile(
            "vbaproject|vbadata|macrosheets/|activex/|embeddings/|oleobject|\\.bin$|\\.exe$|\\.dll$|\\.js$|\\.vbs$");
    private static final Pattern HARMLESS_BINARY = Pattern.compile(".*/printersettings/.*\\.bin$");

    /** The format by its inside. */
    String check(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            bursting(archive);
            for (ZipEntry entry : (Iterable<ZipEntry>) archive.stream().<ZipEntry>map(one -> one)::iterator) {
                entry(archive, entry);
            }
            if (archive.getEntry("word/document.xml") != null) {
                return "docx";
            }
            if (archive.getEntry("xl/workbook.xml") != null) {
                return "xlsx";
            }
            throw Inspection.refused("material.office-broken");
        } catch (ZipException | IllegalArgumentException broken) {
            throw Inspection.refused("material.office-broken");
        }
    }

    private static void bursting(ZipFile archive) {
        long inside = archive.stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
        boolean dense = archive.stream()
                .anyMatch(entry -> entry.getSize() > BURSTING_SIZE
                        && entry.getSize() / Math.max(1, entry.getCompressedSize()) > BURSTING_RATIO);
        if (archive.size() > MOST_ENTRIES || inside > LARGEST_INSIDE || dense) {
            throw Inspection.refused("material.bursting");
        }
    }

    private static void entry(ZipFile archive, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (ACTIVE.matcher(name).find() && !HARMLESS_BINARY.matcher(name).matches()) {
            throw Inspection.refused(
                    name.contains("vba") || name.contains("macro") ? "material.macro" : "material.embedded");
        }
        boolean list = name.equals("[content_types].xml") || name.endsWith(".rels");
        try (InputStream content = new BufferedInputStream(archive.getInputStream(entry))) {
            // The size in the archive's directory may be a lie.
            InputStream most = new Bounded(content, list ? MOST_LISTED : Math.max(0, entry.getSize()));
            if (list) {
                new OfficeXml(new OfficeRelations()).read(most, true);
            } else if (name.endsWith(".xml") || looksLikeXml(content)) {
                new OfficeXml(new OfficeText()).read(most, name.endsWith(".xml"));
            }
        }
    }

    /** A part is what its type says, whatever its name. */
    private static boolean looksLikeXml(InputStream content) throws IOException {
        content.mark(ENOUGH_TO_TELL);
        String front = new String(content.readNBytes(ENOUGH_TO_TELL), StandardCharsets.ISO_8859_1);
        content.reset();
        return front.replaceAll("[^\\x21-\\x7e]", "").startsWith("<");
    }
}
