package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.papers.print.OfficePrinter;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The papers' templates, for whoever edits them: which one is used, what is wrong with a file, a preview on sample data. */
@Controller
@RequestMapping("/documents")
class DocumentsPage {

    private final DocumentTemplates templates;
    private final DocumentWords words;
    private final Documents documents;
    private final OfficePrinter office;

    DocumentsPage(DocumentTemplates templates, DocumentWords words, Documents documents, OfficePrinter office) {
        this.templates = templates;
        this.words = words;
        this.documents = documents;
        this.office = office;
    }

    @GetMapping
    String all(Model model) {
        List<Line> lines = new ArrayList<>();
        words.documents().forEach(document -> states(document).forEach(state -> lines.add(new Line(document, state))));
        model.addAttribute("lines", lines);
        model.addAttribute("office", office.isThere());
        return "documents";
    }

    @GetMapping("/{document}")
    String one(@PathVariable String document, Model model) {
        model.addAttribute("document", known(document));
        model.addAttribute("states", states(document));
        model.addAttribute("words", words.of(document).all());
        return "document";
    }

    /** The document on sample data. */
    @Recorded("template.previewed")
    @GetMapping("/{document}/preview.{format}")
    ResponseEntity<Resource> preview(@PathVariable String document, @PathVariable String format) {
        Facts samples = words.of(known(document)).samples();
        byte[] paper = switch (format) {
            case "docx" -> documents.word(document, samples);
            case "xlsx" -> documents.excel(document, samples);
            case "pdf" -> documents.pdf(document, samples);
            default -> null;
        };
        if (paper == null) {
            throw Refusal.notFound("template.none");
        }
        return Downloads.of(paper, Texts.of("template.preview", Texts.label("document", document), format), format);
    }

    private List<DocumentTemplates.State> states(String document) {
        return Stream.of(TemplateWatch.FORMATS)
                .map(format -> templates.state(document, format))
                .filter(state -> state.present() || state.own())
                .toList();
    }

    private String known(String document) {
        if (!words.documents().contains(document)) {
            throw Refusal.notFound("template.none");
        }
        return document;
    }

    /**
     * A template in the list.
     *
     * @param document name of the document
     * @param state    how its template of one format stands
     */
    record Line(String document, DocumentTemplates.State state) {}
}
