package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.deadline.EvidenceDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the receiving office that evidence of an arrival waits for a second person, and until which day (R4.7). */
@Component
class SecondOfEvidence {

    private final Units units;
    private final UnitDeadlines deadlines;
    private final EvidenceDays days;
    private final Times times;
    private final ApplicationEventPublisher events;

    SecondOfEvidence(
            Units units, UnitDeadlines deadlines, EvidenceDays days, Times times, ApplicationEventPublisher events) {
        this.units = units;
        this.deadlines = deadlines;
        this.days = days;
        this.times = times;
        this.events = events;
    }

    void tell(Recommendation list, ProveArrival.Evidence evidence, String askedBy) {
        events.publishEvent(new DecisionAsked(
                list.destination(),
                list.roundId(),
                Texts.of("decision.evidence", units.get(list.unitId()).name(), times.of(evidence.arrivedAt())),
                Texts.label("evidence", evidence.kind()) + "，"
                        + evidence.words().strip(),
                askedBy,
                days.last(list.roundId(), deadlines.delivery(list.roundId(), list.unitId())) + " 24:00",
                "/desk/recommendations/" + list.roundId() + "/" + list.unitId() + "/evidence"));
    }
}
