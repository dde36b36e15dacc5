package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The order that the Department's list starts from: what was public, or else the order of merit (R3.5). Where the Department
 * makes its list public no further, the public one is out of date: what stands there starts in the order of merit. Other
 * lists start empty, because nobody has ordered their projects before.
 */
@Component
public class StartingOrder {

    private final Publicities publicities;
    private final MeritOrder merits;
    private final Applications applications;

    StartingOrder(Publicities publicities, MeritOrder merits, Applications applications) {
        this.publicities = publicities;
        this.merits = merits;
        this.applications = applications;
    }

    /** The projects that may still be listed, in that order; empty where nothing was public and nobody has scored. */
    public List<String> of(Recommendation list) {
        if (!list.unitId().equals(Unit.DEPARTMENT)) {
            return List.of();
        }
        Optional<Publicity> made = publicities.newest(list.roundId(), list.unitId());
        List<String> order = made.map(one -> publicOrder(list, one)).orElseGet(() -> byMerit(list));
        Map<String, Application> all = applications.all(order);
        return order.stream()
                .filter(id -> all.get(id).state() == ApplicationState.REVIEWED)
                .toList();
    }

    private List<String> publicOrder(Recommendation list, Publicity made) {
        List<String> order = publicities.projects(made.id()).stream()
                .filter(PublicProject::stands)
                .sorted(Comparator.comparingInt(PublicProject::place))
                .map(PublicProject::applicationId)
                .toList();
        return publicities.isForgone(made) ? meritFirst(byMerit(list), order) : order;
    }

    /** These projects in the order of merit; those that nobody has scored stand behind, as they stood. */
    private static List<String> meritFirst(List<String> merit, List<String> these) {
        return Stream.concat(merit.stream().filter(these::contains), these.stream())
                .distinct()
                .toList();
    }

    private List<String> byMerit(Recommendation list) {
        List<Merit> order = merits.standing(list.roundId(), UnitType.DEPARTMENT, list.quota())
                .order();
        return order.stream().allMatch(one -> one.score() == null)
                ? List.of()
                : order.stream().map(Merit::applicationId).toList();
    }
}
