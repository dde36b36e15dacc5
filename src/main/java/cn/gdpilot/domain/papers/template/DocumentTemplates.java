package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.EditedFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The templates as they stand now: a file that was replaced is taken over at the next paper; one that is broken is
 * refused, told of in the log and on the page of the templates, and the last good one stays in use.
 */
@Component
class DocumentTemplates {

    private final EditedFolder folder;
    private final DocumentWords words;
    private final OfficeFence fence;
    private final Map<String, Edited<Template>> templates = new ConcurrentHashMap<>();

    DocumentTemplates(@Value("${pilot.documents.folder}") Path folder, DocumentWords words, OfficeFence fence) {
        this.folder = new EditedFolder(folder, "documents");
        this.words = words;
        this.fence = fence;
    }

    /** Fills a document's template of a format (docx, xlsx, html); null if there is none of that format. */
    byte[] fill(String document, String format, Facts facts) {
        Template template = template(document, format).value();
        return template == null ? null : template.fill(facts);
    }

    /** How a template stands. */
    State state(String document, String format) {
        Edited.Reading<Template> reading = template(document, format).now();
        return new State(
                document + "." + format, reading.value() != null, reading.own(), reading.state(), reading.trouble());
    }

    private Edited<Template> template(String document, String format) {
        return templates.computeIfAbsent(
                document + "." + format,
                file -> folder.edited(file, content -> judged(content, format, words.of(document))));
    }

    private Template judged(byte[] content, String format, Scope scope) {
        Template template = parsed(content, format, scope);
        for (Facts trial : new Facts[] {scope.samples(), scope.nothing()}) {
            try {
                template.fill(trial);
            } catch (RuntimeException e) {
                throw new BrokenTemplate("template.malformed", e.getMessage());
            }
        }
        return template;
    }

    private Template parsed(byte[] content, String format, Scope scope) {
        if (format.equals("html")) {
            return PageTemplate.read(content, scope);
        }
        fence.check(content, format);
        return format.equals("docx") ? WordTemplate.read(content, scope) : ExcelTemplate.read(content, scope);
    }

    /**
     * How a template stands.
     *
     * @param file    its name
     * @param present whether there is one
     * @param own     whether a file stands in the officers' folder
     * @param version tells one state of that file from another
     * @param trouble what is wrong with the file; null if nothing is
     */
    record State(String file, boolean present, boolean own, String version, String trouble) {}
}
