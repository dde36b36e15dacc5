package cn.gdpilot.domain.files.inspection;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Judges the lists of an office file: which types its parts have, and what they are to each other or to the outside. */
class OfficeRelations implements OfficeXml.Rule {

    private static final Pattern MACRO_TYPE = Pattern.compile("(?i)macroenabled|vbaproject|macrosheet");
    private static final Set<String> MACROS =
            Set.of("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "attachedtoolbars");
    private static final Set<String> HIDING =
            Set.of("oleobject", "package", "afchunk", "control", "activexcontrolbinary", "subdocument");
    private static final Set<String> LINKED = Set.of("externallink", "externallinkpath", "connections");
    private static final Set<String> FETCHING = Set.of("webextension", "webextensiontaskpanes");

    @Override
    public void begin(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            text(element.getAttributeValue(i));
        }
        if (element.getLocalName().equalsIgnoreCase("Relationship")) {
            String type = attribute(element, "Type");
            String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (attribute(element, "TargetMode").equalsIgnoreCase("External")) {
                outside(kind, attribute(element, "Target"));
            } else {
                inside(kind, attribute(element, "Target"));
            }
        }
    }

    @Override
    public void text(String text) {
        if (MACRO_TYPE.matcher(text).find()) {
            throw Inspection.refused("material.macro");
        }
    }

    @Override
    public void end(String element) {}

    @Override
    public void finish() {}

    private static void outside(String kind, String target) {
        if (LINKED.contains(kind)) {
            throw Inspection.refused("material.linked");
        }
        if (!kind.equals("hyperlink")) {
            throw Inspection.refused("material.fetching");
        }
        Address.checkLink(target);
    }

    private static void inside(String kind, String target) {
        if (MACROS.contains(kind)) {
            throw Inspection.refused("material.macro");
        }
        if (HIDING.contains(kind)) {
            throw Inspection.refused("material.embedded");
        }
        if (LINKED.contains(kind)) {
            throw Inspection.refused("material.linked");
        }
        if (FETCHING.contains(kind) || Address.isRemote(target)) {
            throw Inspection.refused("material.fetching");
        }
    }

    private static String attribute(XMLStreamReader element, String name) {
        return Objects.requireNonNullElse(element.getAttributeValue(null, name), "")
                .strip();
    }
}
