package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the receiving office that evidence of an arrival waits for a second person: what was entered in its days of grace may be decided after them (R4.7). */
@Component
class SecondOfEvidence {

    private final Units units;
    private final Times times;
    private final ApplicationEventPublisher events;

    SecondOfEvidence(Units units, Times times, ApplicationEventPublisher events) {
        this.units = units;
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
                "",
                "/desk/recommendations/" + list.roundId() + "/" + list.unitId() + "/evidence"));
    }
}
