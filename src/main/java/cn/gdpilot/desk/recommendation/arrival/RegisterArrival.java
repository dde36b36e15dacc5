package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a list by the numbers that the form of its task counts. */
@Service
class RegisterArrival {

    private final Recommendations recommendations;
    private final ArrivalWindow window;
    private final RecommendedProjects projects;
    private final Deliveries deliveries;
    private final ArrivalRule rule;
    private final ListArrival arrival;

    RegisterArrival(
            Recommendations recommendations,
            ArrivalWindow window,
            RecommendedProjects projects,
            Deliveries deliveries,
            ArrivalRule rule,
            ListArrival arrival) {
        this.recommendations = recommendations;
        this.window = window;
        this.projects = projects;
        this.deliveries = deliveries;
        this.rule = rule;
        this.arrival = arrival;
    }

    /** True if the list has arrived already. */
    boolean registered(String roundId, String unitId) {
        return recommendations.get(roundId, unitId).state() == State.ARRIVED;
    }

    /**
     * Registers what the task's form counts, complete or not at all.
     *
     * @throws Refusal if anything is missing (R4.2, R4.4), or it is late (R4.1, R4.3)
     */
    @Transactional
    public void register(String roundId, String unitId, Delivery counted, Actor officer) {
        ArrivalWindow.Arriving arriving = window.hold(roundId, unitId);
        Recommendation list = arriving.list();
        Instant now = arriving.at();
        List<String> projects = this.projects.numbers(list);
        deliveries.count(list, Kind.TABLE, counted.tableCopies(), projects, now, officer.person());
        deliveries.count(list, Kind.PAPER, counted.paperCopies(), projects, now, officer.person());
        deliveries.count(list, Kind.DISC, counted.discCopies(), projects, now, officer.person());
        String missing = deliveries.of(list, projects).missing(list);
        if (!missing.isEmpty() && !(rule.firstPieceCounts() && counted.begun())) {
            throw Refusal.byRule(
                    list.destination().equals(Unit.MINISTRY) ? "R4.4" : "R4.2", "arrival.incomplete", missing);
        }
        arrival.note(list, deliveries.of(list, projects), now);
    }
}
