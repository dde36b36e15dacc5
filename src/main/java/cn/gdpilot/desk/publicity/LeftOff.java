package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Projects that are proposed for the public list and left off it, also those that became ready while the officer had the task: what
 * is not public cannot be signed, so none is left off in silence.
 */
@Component
class LeftOff {

    private final Applications applications;
    private final RecordBook book;

    LeftOff(Applications applications, RecordBook book) {
        this.applications = applications;
        this.book = book;
    }

    /**
     * Holds that each that is proposed stands on the list, or is left off with a reason, which is kept in the record.
     *
     * @param whyLeftOff reasons as typed; null if nothing was
     * @throws Refusal if one is neither; names all of them
     */
    void hold(List<String> proposed, List<String> list, String whyLeftOff, Actor officer) {
        List<String> leftOff =
                proposed.stream().filter(id -> !list.contains(id)).toList();
        TypedReasons reasons = TypedReasons.of(whyLeftOff);
        List<String> silent =
                leftOff.stream().filter(id -> reasons.about(id).isBlank()).toList();
        if (!silent.isEmpty()) {
            throw Refusal.byRule("R3.5", "publicity.silent", silent.size(), named(silent));
        }
        leftOff.forEach(id -> book.write(RecordEvent.of(officer, "publicity.left-off", id, reasons.about(id))));
    }

    private String named(List<String> ids) {
        return ids.stream()
                .map(applications::get)
                .map(one -> Texts.of("publicity.named", one.id(), one.projectName()))
                .collect(Collectors.joining("、"));
    }
}
