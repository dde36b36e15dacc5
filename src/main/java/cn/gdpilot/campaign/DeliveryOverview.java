package cn.gdpilot.campaign;

import cn.gdpilot.calendar.Deadline;
import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.quota.UnitDeadlines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose list has arrived, whose is on its way, and whose is missing. */
@Component
class DeliveryOverview {

    private final Units units;
    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final PilotClock clock;

    DeliveryOverview(Units units, UnitDeadlines deadlines, Recommendations recommendations, PilotClock clock) {
        this.units = units;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.clock = clock;
    }

    /** A line for each unit that recommends, in the order of the list of units. */
    List<Line> of(String roundId) {
        Instant now = clock.now();
        return units.all().stream()
                .filter(unit -> unit.type().takesApplications() || unit.id().equals(Unit.DEPARTMENT))
                .map(unit -> line(roundId, unit, now))
                .toList();
    }

    private Line line(String roundId, Unit unit, Instant now) {
        Deadline deadline = deadlines.delivery(roundId, unit.id());
        Optional<Recommendation> list = recommendations.find(roundId, unit.id());
        return new Line(
                unit,
                deadline,
                deadline.includes(now) ? deadline.daysLeft(now) : null,
                list.map(Recommendation::state).orElse(null),
                list.map(Recommendation::sentAt).orElse(null),
                list.map(Recommendation::courierNumber).orElse(null),
                list.map(Recommendation::arrivedAt).orElse(null));
    }

    /**
     * How far a unit is.
     *
     * @param unit      unit
     * @param deadline  by when its list must have arrived
     * @param daysLeft  whole days until then; null when it is over
     * @param state     state of its list; null while there is none
     * @param sentAt    when it left; null if it has not
     * @param courier   courier's number; null if there is none
     * @param arrivedAt when it arrived; null if it has not
     */
    record Line(
            Unit unit, Deadline deadline, Integer daysLeft, Recommendation.State state, Instant sentAt, String courier, Instant arrivedAt) {}
}
