package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.files.inspection.Inspection;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.springframework.stereotype.Component;

/** Keeps out of a template what could run, fetch or hide something: a paper would carry it on to everybody. */
@Component
class OfficeFence {

    private static final Set<String> FIELDS =
            Set.of("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "PAGEREF", "REF", "SEQ", "STYLEREF");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)macro|vba|oleobject|activex|control|embed|externallink|connections|querytable|afchunk|webextension|customui");
    private static final Pattern ELEMENT = Pattern.compile(
            "<(?:\\w+:)?(object|OLEObject|control|altChunk|subDoc|framePr|attachedTemplate|mailMerge)\\b");
    private static final Pattern FIELD = Pattern.compile(
            "<(?:\\w+:)?fldSimple\\b[^>]*?\\binstr=\"([^\"]*)\"|<(?:\\w+:)?instrText\\b[^>]*>([^<]*)<|fldCharType=\"(begin|separate|end)\"");

    private final Inspection inspection;

    OfficeFence(Inspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Looks into a template.
     *
     * @param format docx or xlsx
     * @throws BrokenTemplate if it is not of that format or holds anything active
     */
    void check(byte[] content, String format) {
        Path file = null;
        try {
            file = Files.createTempFile("template", "." + format);
            Files.write(file, content);
            if (!inspection.check(file, format).equals(format)) {
                throw new BrokenTemplate("template.format", format);
            }
            try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                relations(archive.getRelationships());
                for (PackagePart part : archive.getParts()) {
                    part(part);
                }
            }
        } catch (Refusal refusal) {
            throw new BrokenTemplate("template.refused", refusal.getMessage());
        } catch (InvalidFormatException | OpenXML4JRuntimeException broken) {
            throw new BrokenTemplate("template.format", format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void part(PackagePart part) throws InvalidFormatException, IOException {
        if (ACTIVE.matcher(part.getContentType()).find()
                || ACTIVE.matcher(part.getPartName().getName()).find()) {
            throw new BrokenTemplate("template.active", part.getPartName().getName());
        }
        if (!part.isRelationshipPart()) {
            relations(part.getRelationships());
        }
        boolean properties = part instanceof PackagePropertiesPart;
        if (!properties && part.getContentType().toLowerCase(Locale.ROOT).endsWith("xml")) {
            try (var content = part.getInputStream()) {
                xml(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void relations(PackageRelationshipCollection relations) {
        for (PackageRelationship relation : relations) {
            if (relation.getTargetMode() == TargetMode.EXTERNAL
                    || ACTIVE.matcher(relation.getRelationshipType()).find()) {
                throw new BrokenTemplate("template.external", String.valueOf(relation.getTargetURI()));
            }
        }
    }

    private static void xml(String xml) {
        Matcher element = ELEMENT.matcher(xml);
        if (element.find()) {
            throw new BrokenTemplate("template.active", element.group(1));
        }
        StringBuilder instruction = new StringBuilder();
        Matcher field = FIELD.matcher(xml);
        while (field.find()) {
            if (field.group(1) != null) {
                field(field.group(1));
            } else if (field.group(2) != null) {
                instruction.append(field.group(2));
            } else {
                field(instruction.toString());
                instruction.setLength(0);
            }
        }
        field(instruction.toString());
    }

    /** A field's instruction, whole: its name must be one of those that only count or point within the paper. */
    private static void field(String instruction) {
        String text = instruction.strip();
        if (!text.isEmpty() && !FIELDS.contains(text.split("[\\s\\\\]")[0].toUpperCase(Locale.ROOT))) {
            throw new BrokenTemplate("template.field", text.substring(0, Math.min(60, text.length())));
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
