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

/** The tables, with their versions, on which each step of an application rests: also where a table was asked and found nothing. */
@Component
class DecisionBasis {

    private static final List<String> CHECKS = List.of(
            "applicant-eligibility", "project-eligibility", "application-limits", "required-materials", "video-length");
    private static final Set<ApplicationState> CHECKED = EnumSet.of(
            ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED, ApplicationState.REFUSED);
    /** These steps may rest on a table or be a person's alone; older grounds name the table themselves. */
    private static final Set<ApplicationState> SAID =
            EnumSet.of(ApplicationState.NOT_RECOMMENDED, ApplicationState.NOT_FORWARDED, ApplicationState.DUPLICATE);
    /** A project ends by these rules only at a quota that is used up. */
    private static final Set<String> QUOTA = Set.of("R3.2", "R3.3", "R3.4");

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
            List<String> said = TABLE.matcher(Objects.requireNonNullElse(step.grounds(), ""))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            return said.isEmpty() ? leftOut(application, state, step) : said;
        }
        return switch (state) {
            case RECOMMENDED -> quota(application, application.unitId(), step);
            case FORWARDED -> quota(application, Unit.DEPARTMENT, step);
            default -> List.of();
        };
    }

    /** A signed list that left the application out was made under its quota, also where places stayed free. Letters carry the grounds, so these name no table. */
    private List<String> leftOut(Application application, ApplicationState state, TimelineEntry step) {
        String unit = state == ApplicationState.NOT_FORWARDED ? Unit.DEPARTMENT : application.unitId();
        boolean bySigning = state != ApplicationState.DUPLICATE
                && recommendations
                        .find(application.roundId(), unit)
                        .filter(list -> list.signedAt() != null && step.actor().equals(list.signedBy()))
                        .filter(list -> !step.at().isBefore(list.signedAt()))
                        .isPresent();
        return bySigning || QUOTA.contains(step.rule()) ? quota(application, unit, step) : List.of();
    }

    /** The list's quota is that of the version in force when it was opened. */
    private List<String> quota(Application application, String unit, TimelineEntry step) {
        return recommendations
                .find(application.roundId(), unit)
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
