package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.TableHistory;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** On which tables, in which version, each step of an application rests: also where a table was asked and found nothing. */
@Component
class DecisionBasis {

    private static final List<String> CHECKS = List.of(
            "applicant-eligibility", "project-eligibility", "application-limits", "required-materials", "video-length");
    private static final Set<ApplicationState> CHECKED =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED, ApplicationState.REFUSED);
    /** Of these steps the grounds name the table, where one was asked; the same outcome may be a person's alone. */
    private static final Set<ApplicationState> SAID =
            EnumSet.of(ApplicationState.NOT_RECOMMENDED, ApplicationState.NOT_FORWARDED, ApplicationState.DUPLICATE);
    private static final Pattern TABLE = Pattern.compile("(?:recommendation-quota|duplicate-verdict) v\\d+");

    private final TableHistory tables;
    private final Recommendations recommendations;

    DecisionBasis(TableHistory tables, Recommendations recommendations) {
        this.tables = tables;
        this.recommendations = recommendations;
    }

    /** One line for each step but the draft. */
    List<Line> of(Application application, List<TimelineEntry> steps) {
        return steps.stream()
                .filter(step -> !ApplicationState.DRAFT.name().equals(step.toState()))
                .map(step -> new Line(step.at(), step.toState(), told(asked(application, step))))
                .toList();
    }

    private static String told(List<String> asked) {
        return asked.isEmpty() ? Texts.of("basis.no-table") : String.join("、", asked);
    }

    private List<String> asked(Application application, TimelineEntry step) {
        ApplicationState state = ApplicationState.valueOf(step.toState());
        if (CHECKED.contains(state)) {
            return tables.inForce(CHECKS, step.at());
        }
        if (SAID.contains(state)) {
            return TABLE.matcher(Objects.requireNonNullElse(step.grounds(), "")).results().map(MatchResult::group).toList();
        }
        return switch (state) {
            case RECOMMENDED -> quota(application, application.unitId(), step);
            case FORWARDED -> quota(application, Unit.DEPARTMENT, step);
            default -> List.of();
        };
    }

    /** The list's quota is that of the version in force when it was opened. */
    private List<String> quota(Application application, String unit, TimelineEntry step) {
        return recommendations.find(application.roundId(), unit)
                .map(Recommendation::quotaSource)
                .map(List::of)
                .orElseGet(() -> tables.inForce(List.of("recommendation-quota"), step.at()));
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
