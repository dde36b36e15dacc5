package cn.gdpilot.dossier;

import cn.gdpilot.audit.TimelineEntry;
import cn.gdpilot.eligibility.TableHistory;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.wording.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On which tables, in which version, each step of an application rests: also where a table was asked and found nothing. */
@Component
class DecisionBasis {

    private static final List<String> CHECKS = List.of(
            "applicant-eligibility", "project-eligibility", "application-limits", "required-materials", "video-length");
    private static final List<String> QUOTA = List.of("recommendation-quota");
    private static final Map<ApplicationState, List<String>> ASKED = Map.ofEntries(
            Map.entry(ApplicationState.SUBMITTED, CHECKS),
            Map.entry(ApplicationState.RETURNED, CHECKS),
            Map.entry(ApplicationState.ACCEPTED, CHECKS),
            Map.entry(ApplicationState.REFUSED, CHECKS),
            Map.entry(ApplicationState.RECOMMENDED, QUOTA),
            Map.entry(ApplicationState.NOT_RECOMMENDED, QUOTA),
            Map.entry(ApplicationState.FORWARDED, QUOTA),
            Map.entry(ApplicationState.NOT_FORWARDED, QUOTA),
            Map.entry(ApplicationState.DUPLICATE, List.of("duplicate-verdict")));

    private final TableHistory tables;

    DecisionBasis(TableHistory tables) {
        this.tables = tables;
    }

    /** One line for each step but the draft. */
    List<Line> of(List<TimelineEntry> steps) {
        return steps.stream()
                .filter(step -> !ApplicationState.DRAFT.name().equals(step.toState()))
                .map(this::line)
                .toList();
    }

    private Line line(TimelineEntry step) {
        List<String> asked = ASKED.getOrDefault(ApplicationState.valueOf(step.toState()), List.of());
        String told = asked.isEmpty() ? Texts.of("basis.no-table") : String.join("、", tables.inForce(asked, step.at()));
        return new Line(step.at(), step.toState(), told);
    }

    /**
     * A step.
     *
     * @param at     when
     * @param state  what the application became
     * @param tables the tables with their versions, or that none is asked
     */
    record Line(Instant at, String state, String tables) {}
}
