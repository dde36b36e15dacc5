package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether a template was replaced, so that whoever did it is told at once, and the record says which one papers followed when. */
@Component
class TemplateWatch {

    static final String[] FORMATS = {"docx", "xlsx", "html"};

    private final DocumentTemplates templates;
    private final DocumentWords words;
    private final RecordBook record;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    TemplateWatch(DocumentTemplates templates, DocumentWords words, RecordBook record) {
        this.templates = templates;
        this.words = words;
        this.record = record;
    }

    @Scheduled(initialDelayString = "${pilot.documents.pause}", fixedDelayString = "${pilot.documents.pause}")
    void look() {
        for (String document : words.documents()) {
            for (String format : FORMATS) {
                note(templates.state(document, format));
            }
        }
    }

    /** The first look only learns what is there. */
    private void note(DocumentTemplates.State state) {
        String before = seen.put(state.file(), state.version());
        if (before != null && !before.equals(state.version())) {
            record.writeAtOnce(RecordEvent.of(
                    Actor.SYSTEM,
                    state.trouble() == null ? "template.taken" : "template.refused",
                    state.file(),
                    state.trouble()));
        }
    }
}
