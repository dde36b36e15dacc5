package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The papers that go with a signed list: its table, a letter of transmittal, covers and labels with QR codes, an index of
 * the materials (R4.2, R4.4); each as Word file and as PDF.
 */
@Component
public class HandOverPapers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverPapers.class);
    private static final long LIMIT_BYTES = 50L * 1024 * 1024;

    private final HandOverFacts facts;
    private final Documents documents;
    private final ListPapers papers;
    private final FileStore store;

    HandOverPapers(HandOverFacts facts, Documents documents, ListPapers papers, FileStore store) {
        this.facts = facts;
        this.documents = documents;
        this.papers = papers;
        this.store = store;
    }

    /**
     * Makes them and returns their keys in the store, by name; where no font is there the list goes out without PDFs, since
     * a signature must not wait for a printer.
     */
    public Map<String, String> make(
            Round round,
            Recommendation list,
            String title,
            List<SummaryTable.Line> lines,
            RecordAnchors.Anchor record) {
        Map<String, Facts> said = facts.of(round, list, title, lines, record);
        Map<String, String> made = new LinkedHashMap<>();
        said.forEach((document, content) -> made.put(document + ".docx", stored(documents.word(document, content))));
        try {
            documents.pdfs(said).forEach((document, paper) -> made.put(document + ".pdf", stored(paper)));
        } catch (Refusal noFont) {
            LOG.warn("No PDFs for {}: {}", list.id(), noFont.getMessage());
        }
        return made;
    }

    /** Keeps what was made with the list. */
    public void keep(Recommendation list, Map<String, String> made) {
        made.forEach((name, sha256) -> papers.keep(list, name, sha256));
    }

    private String stored(byte[] content) {
        try {
            return store.keep(new ByteArrayInputStream(content), LIMIT_BYTES).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
