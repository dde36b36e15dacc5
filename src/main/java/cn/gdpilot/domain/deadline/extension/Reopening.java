package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.UnitDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens windows again that have closed, for those who missed them: each gets a date of its own, and the round's stays as it
 * was. A decision that was made since is not undone: then it is refused, unless what arrived in time waits for it.
 */
@Component
class Reopening {

    private static final Set<State> DONE = Set.of(State.ARRIVED, State.ZERO);

    private final Units units;
    private final UnitDeadlines deadlines;
    private final UnitDates dates;
    private final Recommendations recommendations;
    private final Closings closings;
    private final MinistrySelection selection;
    private final LateApplications applications;
    private final UnitProcesses processes;
    private final RunningDates running;
    private final ExtensionLetters letters;
    private final TakesBack back;

    Reopening(
            Units units,
            UnitDeadlines deadlines,
            UnitDates dates,
            Recommendations recommendations,
            Closings closings,
            MinistrySelection selection,
            LateApplications applications,
            UnitProcesses processes,
            RunningDates running,
            ExtensionLetters letters,
            TakesBack back) {
        this.back = back;
        this.units = units;
        this.deadlines = deadlines;
        this.dates = dates;
        this.recommendations = recommendations;
        this.closings = closings;
        this.selection = selection;
        this.applications = applications;
        this.processes = processes;
        this.running = running;
        this.letters = letters;
    }

    /**
     * The units whose windows would open again.
     *
     * @param unitId  the one unit; null for all of that deadline that have missed it
     * @param becomes the new last moment; a unit that has a later one of its own keeps it
     * @throws Refusal if there is none, or the next office has decided already
     */
    List<Unit> late(Round round, String unitId, DeadlineKind kind, Instant becomes) {
        List<Unit> asked = unitId == null
                ? units.takingApplications().stream()
                        .filter(unit ->
                                reopens(unit) && deadlines.kind(unit.id()) == kind && isLater(round, unit, becomes))
                        .toList()
                : List.of(units.get(unitId));
        List<Unit> late = asked.stream()
                .filter(unit -> !DONE.contains(state(round, unit)) || isWaitedFor(round, unit))
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

    /**
     * Opens them, within the caller's transaction: checks everything, then applies it, then tells.
     *
     * @param officer who granted it
     * @throws Refusal as {@link #late} does, or if the ministry has decided its selection
     */
    void open(Round round, Extension asked, Actor officer) {
        List<Unit> late = late(round, asked.unitId(), asked.kind(), asked.becomes());
        // What waits for an application that comes back has either ended or goes on: nothing is followed meanwhile.
        closings.hold(round.id());
        List<Recommendation> missed = lockMissed(round, late);
        checkSelection(round, missed);
        missed.stream()
                .filter(list -> list.state() != State.MISSED)
                .forEach(list -> back.takeBack(list, asked.grounds(), officer));

        late.forEach(unit -> dates.set(round.id(), unit.id(), asked.becomes()));
        missed.forEach(list -> bringBack(list, asked));
        running.move(round.id());

        letters.tell(round, asked, late);
    }

    /** The Department's list has gone in time, and something of a city that arrived in time as well came to it too late (R4.7). */
    private boolean isWaitedFor(Round round, Unit unit) {
        return unit.id().equals(Unit.DEPARTMENT)
                && applications.any(new ReopenedWindow(
                        round.id(), unit.id(), "", deadlines.delivery(round.id(), unit.id()), false));
    }

    /** While a deadline's closing is late, a list is not closed yet, and only its date moves. */
    private List<Recommendation> lockMissed(Round round, List<Unit> late) {
        return late.stream()
                .map(unit -> recommendations.lock(round.id(), unit.id()))
                .filter(list -> list.state() == State.MISSED
                        || list.unitId().equals(Unit.DEPARTMENT) && DONE.contains(list.state()))
                .toList();
    }

    /** Once the ministry has decided its selection, no window towards it opens again. */
    private void checkSelection(Round round, List<Recommendation> missed) {
        if (missed.stream().anyMatch(list -> list.destination().equals(Unit.MINISTRY))
                && selection.decided(round.id())) {
            throw Refusal.conflict("extension.selected");
        }
    }

    private void bringBack(Recommendation list, Extension asked) {
        if (list.state() == State.MISSED) {
            recommendations.reinstated(list);
        }
        applications.reinstate(new ReopenedWindow(
                list.roundId(),
                list.unitId(),
                asked.grounds(),
                deadlines.delivery(list.roundId(), list.unitId()),
                false));
        processes.reopen(list.roundId(), list.unitId());
    }

    private boolean isLater(Round round, Unit unit, Instant becomes) {
        return becomes.isAfter(deadlines.delivery(round.id(), unit.id()).lastMoment());
    }

    /** The CA's window is the ministry's to open; the Department opens those of all others. */
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
