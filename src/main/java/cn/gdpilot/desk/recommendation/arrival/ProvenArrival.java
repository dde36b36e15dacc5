package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.arrival.ArrivalProven;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a list back that arrived in time, with what stands on it, as if its arrival had been entered then (R4.7). */
@Component
class ProvenArrival {

    private final Recommendations recommendations;
    private final RecommendedProjects projects;
    private final Deliveries deliveries;
    private final ListArrival arrival;
    private final RecommendationProcess process;
    private final Closings closings;
    private final NextOffice next;
    private final ApplicationEventPublisher events;

    ProvenArrival(
            Recommendations recommendations,
            RecommendedProjects projects,
            Deliveries deliveries,
            ListArrival arrival,
            RecommendationProcess process,
            Closings closings,
            NextOffice next,
            ApplicationEventPublisher events) {
        this.recommendations = recommendations;
        this.projects = projects;
        this.deliveries = deliveries;
        this.arrival = arrival;
        this.process = process;
        this.next = next;
        this.closings = closings;
        this.events = events;
    }

    /**
     * Within the caller's transaction, which holds the list.
     *
     * @param window the deadline that it had to keep, and why it counts as kept
     * @param officer who confirmed it
     */
    void apply(Recommendation missed, Instant arrivedAt, ReopenedWindow window, Actor officer) {
        closings.hold(missed.roundId());
        Recommendation sent = recommendations.reinstated(missed);
        next.meet(sent, window, officer);
        List<String> numbers = projects.numbers(sent);
        for (Kind kind : Kind.values()) {
            deliveries.count(sent, kind, Deliveries.copies(sent, kind), numbers, arrivedAt, officer.person());
        }
        arrival.note(sent, deliveries.of(sent, numbers), arrivedAt);
        // Where its timer has not ended its own process yet, that ends as arrived.
        process.arrived(sent);
        events.publishEvent(new ArrivalProven(missed.roundId(), missed.unitId()));
    }
}
