package cn.gdpilot.domain.files.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks into .docx and .xlsx: macros, embedded objects, links that fetch, document types, archives that burst. */
class OfficeContents {

    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_INSIDE = 1L << 30;
    private static final long BURSTING_SIZE = 20L << 20;
    private static final int BURSTING_RATIO = 150;
    private static final int MOST_TEXT = 4 << 20;
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
        if (name.equals("[content_types].xml") || name.endsWith(".rels")) {
            part(content(archive, entry));
        }
    }

    /** Reads a list of types or relations as the programs that open the file do, in whatever encoding and with whatever prefixes it is written. */
    private static void part(byte[] xml) {
        try {
            XMLStreamReader reader = readers().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Inspection.refused("material.office-broken");
                    case XMLStreamConstants.START_ELEMENT -> element(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> macros(reader.getText());
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw Inspection.refused("material.office-broken");
        }
    }

    private static void element(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            macros(element.getAttributeValue(i));
        }
        String type = Objects.requireNonNullElse(element.getAttributeValue(null, "Type"), "");
        String mode = Objects.requireNonNullElse(element.getAttributeValue(null, "TargetMode"), "");
        boolean relation = element.getLocalName().equalsIgnoreCase("Relationship");
        if (relation
                && mode.strip().equalsIgnoreCase("External")
                && !type.strip().endsWith("/hyperlink")) {
            throw Inspection.refused("material.fetching");
        }
    }

    private static void macros(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw Inspection.refused("material.macro");
        }
    }

    private static byte[] content(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(MOST_TEXT + 1);
            if (bytes.length > MOST_TEXT) {
                throw Inspection.refused("material.bursting");
            }
            return bytes;
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
