package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.print.OfficePrinter;
import cn.gdpilot.domain.papers.print.Printer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes documents from their templates. */
@Component
public class Documents {

    private final DocumentTemplates templates;
    private final Legible legible;
    private final OfficePrinter office;
    private final Printer printer;

    Documents(DocumentTemplates templates, Legible legible, OfficePrinter office, Printer printer) {
        this.templates = templates;
        this.legible = legible;
        this.office = office;
        this.printer = printer;
    }

    /** The document as .docx. */
    public byte[] word(String document, Facts facts) {
        return templates.fill(document, "docx", facts);
    }

    /** The document as .xlsx. */
    public byte[] excel(String document, Facts facts) {
        return templates.fill(document, "xlsx", facts);
    }

    /** The document as PDF; a character that the font lacks is printed as 〓 and named with its field in the notes. */
    public byte[] pdf(String document, Facts facts) {
        return pdfs(Map.of(document, facts)).get(document);
    }

    /**
     * Several documents as PDF, at once: the office program is started for all of them together.
     *
     * @return by name, in the order given
     */
    public Map<String, byte[]> pdfs(Map<String, Facts> documents) {
        Map<String, Facts> readable = new LinkedHashMap<>();
        documents.forEach((document, facts) -> readable.put(document, legible.of(document, facts)));
        return office.isThere() ? byOffice(readable).orElseGet(() -> byPage(readable)) : byPage(readable);
    }

    private Optional<Map<String, byte[]>> byOffice(Map<String, Facts> documents) {
        List<byte[]> filled = new ArrayList<>();
        documents.forEach((document, facts) -> filled.add(templates.fill(document, "docx", facts)));
        return office.print(filled).map(printed -> {
            Map<String, byte[]> byName = new LinkedHashMap<>();
            documents.keySet().forEach(document -> byName.put(document, printed.get(byName.size())));
            return byName;
        });
    }

    private Map<String, byte[]> byPage(Map<String, Facts> documents) {
        Map<String, byte[]> printed = new LinkedHashMap<>();
        documents.forEach((document, facts) -> printed.put(
                document,
                printer.printPage(new String(templates.fill(document, "html", facts), StandardCharsets.UTF_8))));
        return printed;
    }
}
