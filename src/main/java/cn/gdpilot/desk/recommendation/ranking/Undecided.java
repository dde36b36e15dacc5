package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The applications of a unit that its signature would leave without a decision (R3.1, R3.6). */
@Component
public class Undecided {

    private static final Set<ApplicationState> SUBMITTED = Set.of(ApplicationState.SUBMITTED);
    private static final Set<ApplicationState> RETURNED = Set.of(ApplicationState.RETURNED);
    private static final Set<ApplicationState> ACCEPTED = Set.of(ApplicationState.ACCEPTED);

    private final Applications applications;
    private final Candidates candidates;
    private final Recommendations recommendations;
    private final LeftOutReasons reasons;

    Undecided(
            Applications applications, Candidates candidates, Recommendations recommendations, LeftOutReasons reasons) {
        this.applications = applications;
        this.candidates = candidates;
        this.recommendations = recommendations;
        this.reasons = reasons;
    }

    /** Those that wait for the unit's acceptance; the Department accepts nothing. */
    public List<Application> submitted(Recommendation list) {
        return own(list, SUBMITTED);
    }

    /** Those that the unit has returned and their applicants have not handed in again. */
    public List<Application> returned(Recommendation list) {
        return own(list, RETURNED);
    }

    /** Accepted projects that are no candidates yet: those that the CA has still to review (R3.5). */
    public List<Application> unreviewed(Recommendation list) {
        Set<String> known = candidates.of(list.roundId(), list.unitId()).stream()
                .map(Application::id)
                .collect(Collectors.toSet());
        return own(list, ACCEPTED).stream()
                .filter(one -> !known.contains(one.id()))
                .toList();
    }

    /** Candidates that are neither on the list nor left out with a reason. */
    public List<Application> withoutReason(Recommendation list) {
        Set<String> decided = new HashSet<>(recommendations.ranked(list));
        decided.addAll(reasons.of(list).keySet());
        return candidates.of(list.roundId(), list.unitId()).stream()
                .filter(one -> !decided.contains(one.id()))
                .toList();
    }

    /** Their numbers and names, in words. */
    public static String named(Collection<Application> some) {
        return some.stream()
                .map(one -> Texts.of("signing.named", one.id(), one.projectName()))
                .collect(Collectors.joining(Texts.of("signing.named-between")));
    }

    private List<Application> own(Recommendation list, Set<ApplicationState> states) {
        return list.unitId().equals(Unit.DEPARTMENT)
                ? List.of()
                : applications.ofUnit(list.roundId(), list.unitId(), states);
    }
}
