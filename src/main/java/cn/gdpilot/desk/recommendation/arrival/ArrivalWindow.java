package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.NodeClock;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The time in which a list may arrive: judged by arrival (R4.1), by a clock that can be trusted. */
@Component
class ArrivalWindow {

    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final ArrivalRule rule;
    private final PilotClock clock;
    private final NodeClock nodeClock;

    ArrivalWindow(
            Recommendations recommendations,
            UnitDeadlines deadlines,
            ArrivalRule rule,
            PilotClock clock,
            NodeClock nodeClock) {
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.rule = rule;
        this.clock = clock;
        this.nodeClock = nodeClock;
    }

    /**
     * Lets in what arrives now, and holds the list until the end of the transaction.
     *
     * @throws Refusal if nothing is on its way, it is late (R4.1, R4.3), or the clock cannot be trusted
     */
    Arriving hold(String roundId, String unitId) {
        Instant now = clock.now();
        Recommendation list = recommendations.lock(roundId, unitId);
        checkOpen(list, now);
        return new Arriving(list, now);
    }

    private void checkOpen(Recommendation list, Instant now) {
        nodeClock.allowIntake();
        boolean supplement = list.state() == State.ARRIVED && rule.firstPieceCounts();
        Deadline deadline = deadlines.delivery(list.roundId(), list.unitId());
        if (!supplement && list.state() != State.ARRIVED && !deadline.includes(now)) {
            throw Refusal.byRule(list.deadline().rule(), "arrival.late", deadline.text());
        }
        if (list.state() == State.ARRIVED && !supplement) {
            throw Refusal.conflict("arrival.done");
        }
        if (list.state() != State.SENT && !supplement) {
            throw Refusal.conflict("arrival.not-sent");
        }
    }

    /**
     * A list that may arrive.
     *
     * @param list list, held
     * @param at   moment of arrival, taken before the list was waited for
     */
    record Arriving(Recommendation list, Instant at) {}
}
