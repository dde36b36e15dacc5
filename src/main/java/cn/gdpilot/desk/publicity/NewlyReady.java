package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicityNeed;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Projects that became ready while the officer had the task: its sheet does not show them, so none is left off in silence. */
@Component
class NewlyReady {

    private final PublicityNeed need;
    private final Applications applications;
    private final RecordBook book;

    NewlyReady(PublicityNeed need, Applications applications, RecordBook book) {
        this.need = need;
        this.applications = applications;
        this.book = book;
    }

    /**
     * Holds that each stands on the list, or is left off with a reason, which is kept in the record.
     *
     * @param whyLeftOff reasons as typed; null if nothing was
     * @param asked      since when the officer has had the task
     * @throws Refusal if one is neither; names all of them
     */
    void hold(String roundId, String unitId, List<String> list, String whyLeftOff, Instant asked, Actor officer) {
        List<String> leftOff = need.readyAfter(roundId, unitId, asked).stream()
                .filter(id -> !list.contains(id))
                .toList();
        TypedReasons reasons = TypedReasons.of(whyLeftOff);
        List<String> silent =
                leftOff.stream().filter(id -> reasons.about(id).isBlank()).toList();
        if (!silent.isEmpty()) {
            throw Refusal.byRule("R3.5", "publicity.newly-ready", silent.size(), named(silent));
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
