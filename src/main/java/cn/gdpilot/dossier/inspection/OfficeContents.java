package cn.gdpilot.dossier.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into .docx and .xlsx: macros, embedded objects, links that fetch, document types, archives that burst. */
class OfficeContents {

    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_INSIDE = 1L << 30;
    private static final long BURSTING_SIZE = 20L << 20;
    private static final int BURSTING_RATIO = 150;
    private static final int MOST_TEXT = 4 << 20;
    private static final Pattern ACTIVE = Pattern.compile(
            "vbaproject|vbadata|macrosheets/|activex/|embeddings/|oleobject|\\.bin$|\\.exe$|\\.dll$|\\.js$|\\.vbs$");
    private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>", Pattern.CASE_INSENSITIVE);
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
        long inside = archive.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
        boolean dense = archive.stream().anyMatch(entry -> entry.getSize() > BURSTING_SIZE
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > BURSTING_RATIO);
        if (archive.size() > MOST_ENTRIES || inside > LARGEST_INSIDE || dense) {
            throw Inspection.refused("material.bursting");
        }
    }

    private static void entry(ZipFile archive, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (ACTIVE.matcher(name).find() && !HARMLESS_BINARY.matcher(name).matches()) {
            throw Inspection.refused(name.contains("vba") || name.contains("macro") ? "material.macro" : "material.embedded");
        }
        if (name.equals("[content_types].xml") || name.endsWith(".rels")) {
            text(name, text(archive, entry));
        }
    }

    private static void text(String name, String xml) {
        if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
            throw Inspection.refused("material.office-broken");
        }
        if (xml.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw Inspection.refused("material.macro");
        }
        if (name.endsWith(".rels")) {
            Matcher relations = RELATION.matcher(xml);
            while (relations.find()) {
                String relation = relations.group();
                boolean fetches = relation.contains("External") && !relation.contains("/hyperlink");
                if (fetches) {
                    throw Inspection.refused("material.fetching");
                }
            }
        }
    }

    private static String text(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(MOST_TEXT + 1);
            if (bytes.length > MOST_TEXT) {
                throw Inspection.refused("material.bursting");
            }
            return new String(bytes, bytes.length > 1 && bytes[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        }
    }
}
