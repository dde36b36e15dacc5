package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.print.OfficePrinter;
import cn.gdpilot.domain.papers.print.Printer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;

/**
 * Makes the first document of each kind and gives the same bytes for all that follow: a quarter of the time of most tests
 * would go into papers that they do not look into. Tests that do ask for real ones.
 */
@Primary
public class RepeatedDocuments extends Documents {

    private final Map<String, byte[]> first = new ConcurrentHashMap<>();
    private volatile boolean real;

    RepeatedDocuments(DocumentTemplates templates, Legible legible, OfficePrinter office, Printer printer) {
        super(templates, legible, office, printer);
    }

    /** True: each document is made from its own facts from now on. */
    public void real(boolean real) {
        this.real = real;
    }

    public boolean isReal() {
        return real;
    }

    @Override
    public byte[] word(String document, Facts facts) {
        return one(document + ".docx", () -> super.word(document, facts));
    }

    @Override
    public byte[] excel(String document, Facts facts) {
        return one(document + ".xlsx", () -> super.excel(document, facts));
    }

    @Override
    public Map<String, byte[]> pdfs(Map<String, Facts> documents) {
        if (real) {
            return super.pdfs(documents);
        }
        Map<String, byte[]> made = new LinkedHashMap<>();
        documents.forEach((document, facts) -> made.put(
                document,
                one(document + ".pdf", () -> super.pdfs(Map.of(document, facts)).get(document))));
        return made;
    }

    private byte[] one(String name, Supplier<byte[]> making) {
        return real ? making.get() : first.computeIfAbsent(name, unknown -> making.get());
    }
}
