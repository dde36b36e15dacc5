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
import org.springframework.stereotype.Component;

/**
 * The order that the Department's list starts from: what was public, or else the order of merit (R3.5). Other lists start
 * empty, because nobody has ordered their projects before.
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
        List<String> order = made.map(one -> publicOrder(one.id())).orElseGet(() -> byMerit(list));
        Map<String, Application> all = applications.all(order);
        return order.stream()
                .filter(id -> all.get(id).state() == ApplicationState.REVIEWED)
                .toList();
    }

    private List<String> publicOrder(long publicity) {
        return publicities.projects(publicity).stream()
                .filter(PublicProject::stands)
                .sorted(Comparator.comparingInt(PublicProject::place))
                .map(PublicProject::applicationId)
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
