package cn.gdpilot.domain.pending;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names for each live application of a round the one thing that it waits for. */
@Component
public class PendingMatters {

    /** A draft is no application yet: nobody has it but its author. A pilot runs on after its round. */
    private static final Set<ApplicationState> LIVE = Arrays.stream(ApplicationState.values())
            .filter(state -> !state.over() && state != ApplicationState.DRAFT && state != ApplicationState.PILOT)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApplicationState.class)));

    private final Applications applications;
    private final Recommendations recommendations;

    PendingMatters(Applications applications, Recommendations recommendations) {
        this.applications = applications;
        this.recommendations = recommendations;
    }

    /** The live applications of a round, by number. */
    public List<PendingMatter> of(String roundId) {
        Map<String, Recommendation> lists = recommendations.ofRound(roundId).stream()
                .collect(Collectors.toMap(Recommendation::unitId, Function.identity()));
        Set<Place> places = new HashSet<>();
        lists.values()
                .forEach(list ->
                        recommendations.ranked(list).forEach(project -> places.add(new Place(list.unitId(), project))));
        return applications.ofRound(roundId, LIVE).stream()
                .map(one -> matter(one, lists, places))
                .toList();
    }

    private static PendingMatter matter(Application one, Map<String, Recommendation> lists, Set<Place> places) {
        Recommendation unit = lists.get(one.unitId());
        Recommendation department = lists.get(Unit.DEPARTMENT);
        Pending waitsFor = Pending.of(
                        one.state(),
                        unit,
                        places.contains(new Place(one.unitId(), one.id())),
                        department,
                        places.contains(new Place(Unit.DEPARTMENT, one.id())))
                .orElse(null);
        String listUnit = Pending.isWithDepartment(one.state()) ? Unit.DEPARTMENT : one.unitId();
        return new PendingMatter(
                one.id(), one.roundId(), one.unitId(), one.state(), waitsFor, listUnit, lists.containsKey(listUnit));
    }

    private record Place(String unitId, String applicationId) {}
}
