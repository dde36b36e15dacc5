package cn.gdpilot.domain.files.inspection;

import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Judges a part that is written or calculated: fields, formulas, links of a workbook, foreign content. */
class OfficeText implements OfficeXml.Rule {

    private static final Set<String> FIELD_TEXT = Set.of("instrText", "delInstrText", "t");
    private static final Set<String> FORMULAS = Set.of("f", "formula", "formula1", "formula2", "definedName");

    private final OfficeFields fields = new OfficeFields();
    private final StringBuilder formula = new StringBuilder();
    private boolean inFieldText;
    private boolean inFormula;

    @Override
    public void begin(XMLStreamReader element) {
        String name = element.getLocalName();
        switch (name) {
            case "altChunk", "subDoc", "OLEObject", "oleObject" -> throw Inspection.refused("material.embedded");
            case "ddeLink", "oleLink" -> throw Inspection.refused("material.linked");
            case "fldChar" -> fields.mark(attribute(element, "fldCharType"));
            case "fldSimple" -> fields.simple(attribute(element, "instr"));
            default -> {}
        }
        if (Address.isRemote(attribute(element, "src"))) {
            throw Inspection.refused("material.fetching");
        }
        inFieldText = FIELD_TEXT.contains(name);
        inFormula = FORMULAS.contains(name) && isOfWorkbook(element);
    }

    @Override
    public void text(String text) {
        if (inFieldText) {
            fields.text(text);
        }
        if (inFormula) {
            formula.append(text);
        }
    }

    @Override
    public void end(String element) {
        if (inFormula) {
            OfficeFormulas.check(formula.toString());
            formula.setLength(0);
        }
        inFieldText = false;
        inFormula = false;
    }

    @Override
    public void finish() {
        fields.finish();
    }

    /** Fractions of an equation in a text are called f too. */
    private static boolean isOfWorkbook(XMLStreamReader element) {
        String space = Objects.requireNonNullElse(element.getNamespaceURI(), "");
        return space.contains("spreadsheetml") || space.contains("/office/excel/");
    }

    /** Its name without prefix: programs of several makers write it with another one, or with none. */
    private static String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }
}
