package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Departures;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The order that the ministry's selection starts from: the order of merit, with the officers' moves, where experts have scored (R3.8). */
@Component
class ReceivedOrder {

    private final ReviewReceived projects;
    private final MeritOrder merits;

    ReceivedOrder(ReviewReceived projects, MeritOrder merits) {
        this.projects = projects;
        this.merits = merits;
    }

    /** All received projects, the best first; as the recommending units ordered them where nobody has scored. */
    List<Application> of(String roundId) {
        List<Application> received = projects.received(roundId);
        List<String> order = scored(roundId);
        return received.stream()
                .sorted(Comparator.comparingInt(
                        one -> order.contains(one.id()) ? order.indexOf(one.id()) : order.size()))
                .toList();
    }

    /**
     * Projects that passed their review and are not selected although one that stands behind them is. A failed review has its
     * own grounds already.
     */
    List<Application> passedOver(String roundId, Collection<String> selected) {
        List<String> over = Departures.passedOver(scored(roundId), selected);
        return projects.received(roundId).stream()
                .filter(one -> over.contains(one.id()) && projects.passed(one))
                .toList();
    }

    private List<String> scored(String roundId) {
        return merits.standing(roundId, UnitType.MINISTRY, MeritOrder.NO_QUOTA).order().stream()
                .filter(one -> one.score() != null)
                .map(Merit::applicationId)
                .toList();
    }
}
