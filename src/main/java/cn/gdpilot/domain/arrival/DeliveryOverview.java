package cn.gdpilot.domain.arrival;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose list has arrived, whose is on its way, and whose is missing; who needs attention most comes first. */
@Component
public class DeliveryOverview {

    private static final int HOURS_TOLD = 48;

    private final Units units;
    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final Applications applications;
    private final PilotClock clock;

    DeliveryOverview(
            Units units,
            UnitDeadlines deadlines,
            Recommendations recommendations,
            Deliveries deliveries,
            Applications applications,
            PilotClock clock) {
        this.units = units;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.applications = applications;
        this.clock = clock;
    }

    /** A line for each unit that recommends in that round. */
    public List<Line> of(String roundId) {
        Instant now = clock.now();
        return units.all().stream()
                .filter(unit -> unit.type().takesApplications() || unit.id().equals(Unit.DEPARTMENT))
                .map(unit -> line(roundId, unit, now))
                .sorted(Comparator.comparing(Line::standing)
                        .thenComparing(line -> line.deadline().lastMoment()))
                .toList();
    }

    private Line line(String roundId, Unit unit, Instant now) {
        Deadline deadline = deadlines.delivery(roundId, unit.id());
        Optional<Recommendation> list = recommendations.find(roundId, unit.id());
        Delivery there = list.map(one -> deliveries.of(one, projects(one))).orElse(new Delivery(0, 0, 0));
        String missing = list.map(there::missing).orElse("");
        return new Line(
                unit,
                deadlines.destination(unit.id()),
                deadline,
                left(deadline, now),
                standing(list, there),
                list.orElse(null),
                there,
                missing);
    }

    private List<String> projects(Recommendation list) {
        // Asked only where something is under way: a list that is not signed has no covers.
        return list.sentAt() == null
                ? List.of()
                : recommendations.ranked(list).stream()
                        .map(applications::get)
                        .filter(project -> project.state() != ApplicationState.WITHDRAWN)
                        .map(Application::id)
                        .toList();
    }

    private static String left(Deadline deadline, Instant now) {
        if (!deadline.includes(now)) {
            return Texts.of("delivery.over");
        }
        long hours = Duration.between(now, deadline.lastMoment()).toHours();
        return hours < HOURS_TOLD
                ? Texts.of("delivery.hours", hours)
                : Texts.of("delivery.days", deadline.daysLeft(now));
    }

    private static Standing standing(Optional<Recommendation> list, Delivery there) {
        return switch (list.map(Recommendation::state).orElse(Recommendation.State.RANKING)) {
            case ARRIVED -> Standing.ARRIVED;
            case MISSED -> Standing.LATE;
            case ZERO -> Standing.ZERO;
            case SENT -> there.begun() ? Standing.PARTIAL : Standing.ON_THE_WAY;
            default -> Standing.NOT_SENT;
        };
    }

    /** Where a list stands for the counter, most in need first. */
    public enum Standing {
        PARTIAL,
        NOT_SENT,
        ON_THE_WAY,
        LATE,
        ARRIVED,
        /** Nothing will come: the unit has reported zero. */
        ZERO
    }

    /**
     * How far a unit is.
     *
     * @param unit        unit
     * @param destination office that it reports to
     * @param deadline    by when its list must have arrived
     * @param left        how long that is still, in words
     * @param standing    where the list stands
     * @param list        its list; null while there is none
     * @param there       what has come of it
     * @param missing     what has not, in words; empty if nothing is missing
     */
    public record Line(
            Unit unit,
            String destination,
            Deadline deadline,
            String left,
            Standing standing,
            Recommendation list,
            Delivery there,
            String missing) {

        /** Words for how far it is: the state of its list, or what of it has come. */
        public String progress() {
            return standing == Standing.PARTIAL
                    ? Texts.of("delivery.partial", missing)
                    : list == null ? Texts.of("delivery.none") : Texts.label("list", list.state());
        }

        public Instant sentAt() {
            return list == null ? null : list.sentAt();
        }

        public String courier() {
            return list == null ? null : list.courierNumber();
        }

        public Instant arrivedAt() {
            return list == null ? null : list.arrivedAt();
        }
    }
}
