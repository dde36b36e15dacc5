package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.DeadlinesMoved;
import cn.gdpilot.domain.deadline.UnitDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.WindowReopened;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.closing.Closings;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens windows again that have closed, for those who missed them: each gets a date of its own, and the round's stays as it
 * was. Nothing that has been decided since is undone: then it is refused.
 */
@Component
class Reopening {

    private final Units units;
    private final UnitDeadlines deadlines;
    private final UnitDates dates;
    private final Recommendations recommendations;
    private final Closings closings;
    private final CampaignProcess process;
    private final ApplicationEventPublisher events;

    Reopening(
            Units units,
            UnitDeadlines deadlines,
            UnitDates dates,
            Recommendations recommendations,
            Closings closings,
            CampaignProcess process,
            ApplicationEventPublisher events) {
        this.units = units;
        this.deadlines = deadlines;
        this.dates = dates;
        this.recommendations = recommendations;
        this.closings = closings;
        this.process = process;
        this.events = events;
    }

    /**
     * The units whose windows would open again.
     *
     * @param unitId the one unit; null for all of that deadline that have missed it
     * @throws Refusal if there is none, or the next office has decided already
     */
    List<Unit> late(Round round, String unitId, DeadlineKind kind) {
        List<Unit> late = units.takingApplications().stream()
                .filter(unit -> unitId == null
                        ? reopens(unit) && deadlines.kind(unit.id()) == kind
                        : unit.id().equals(unitId))
                .filter(unit -> state(round, unit) != State.ARRIVED)
                .toList();
        if (late.isEmpty()) {
            throw unitId == null
                    ? Refusal.conflict("extension.nobody-late")
                    : Refusal.conflict("extension.arrived", units.get(unitId).name());
        }
        if (kind == DeadlineKind.CITY && !meritOrderOpen(round)) {
            throw Refusal.conflict("extension.merit-signed");
        }
        return late;
    }

    /** Opens them: dates, lists, applications, processes, timers. */
    List<Unit> open(Round round, Extension asked) {
        List<Unit> late = late(round, asked.unitId(), asked.kind());
        // What waits for an application that comes back has either ended or goes on: nothing is followed meanwhile.
        closings.hold(round.id());
        late.forEach(unit -> open(round, unit, asked));
        events.publishEvent(new DeadlinesMoved(round.id()));
        return late;
    }

    private void open(Round round, Unit unit, Extension asked) {
        dates.set(round.id(), unit.id(), asked.becomes());
        // While its timer is late the list is not closed yet, and only the date moves.
        if (recommendations.lock(round.id(), unit.id()).state() == State.MISSED) {
            String destination = deadlines.destination(unit.id());
            Deadline deadline = deadlines.delivery(round.id(), unit.id());
            events.publishEvent(new WindowReopened(round.id(), unit.id(), destination, asked.grounds(), deadline));
            process.reopen(round.id(), unit.id());
        }
    }

    /** The CA's branch goes with the round; its projects are reviewed by itself before it ranks. */
    private static boolean reopens(Unit unit) {
        return !unit.id().equals(Unit.COMMUNICATIONS);
    }

    private State state(Round round, Unit unit) {
        return recommendations
                .find(round.id(), unit.id())
                .map(Recommendation::state)
                .orElse(State.ARRIVED);
    }

    /** Locks the Department's list, so that it is not signed while a window is opened. */
    private boolean meritOrderOpen(Round round) {
        return recommendations.find(round.id(), Unit.DEPARTMENT).isEmpty()
                || recommendations.lock(round.id(), Unit.DEPARTMENT).open();
    }
}
