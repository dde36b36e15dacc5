package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The templates as they stand now: a file that was replaced is taken over at the next paper; one that is broken is
 * refused, told of in the log and on the page of the templates, and the last good one stays in use.
 */
@Component
class DocumentTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentTemplates.class);

    private final DocumentFiles files;
    private final DocumentWords words;
    private final OfficeFence fence;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    DocumentTemplates(DocumentFiles files, DocumentWords words, OfficeFence fence) {
        this.files = files;
        this.words = words;
        this.fence = fence;
    }

    /** Fills a document's template of a format (docx, xlsx, html); null if there is none of that format. */
    byte[] fill(String document, String format, Facts facts) {
        Template template = read(document, format).template();
        return template == null ? null : template.fill(facts);
    }

    /** How a template stands. */
    State state(String document, String format) {
        Reading reading = read(document, format);
        return new State(
                document + "." + format, reading.template() != null, reading.own(), reading.state(), reading.trouble());
    }

    private Reading read(String document, String format) {
        String file = document + "." + format;
        String state = files.state(file);
        Reading last = readings.get(file);
        if (last == null || !last.state().equals(state)) {
            last = readAgain(file, format, state, last, words.of(document));
            readings.put(file, last);
        }
        return last;
    }

    private Reading readAgain(String file, String format, String state, Reading last, Scope scope) {
        if (files.isOwn(file)) {
            try {
                return new Reading(state, judged(files.own(file), format, scope), true, null);
            } catch (BrokenTemplate broken) {
                LOG.error("Template {} is not used as it stands in the folder: {}", file, broken.getMessage());
                Template good = last == null ? shipped(file, format, scope) : last.template();
                return new Reading(state, good, true, broken.getMessage());
            }
        }
        return new Reading(state, shipped(file, format, scope), false, null);
    }

    private Template shipped(String file, String format, Scope scope) {
        byte[] content = files.shipped(file);
        return content == null ? null : judged(content, format, scope);
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

    private record Reading(String state, Template template, boolean own, String trouble) {}

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
