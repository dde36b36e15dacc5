package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.NodeClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when a unit takes applications: judged by arrival (R4.1), by a clock that can be trusted. */
@Component
public class SubmissionWindow {

    /** Longer than the transaction of a submission may wait and work. */
    private static final Duration LONGEST_SUBMISSION = Duration.ofMinutes(1);

    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final Closings closings;
    private final NodeClock nodeClock;
    private final IntakeDays intakes;

    SubmissionWindow(
            Rounds rounds,
            UnitDeadlines deadlines,
            Recommendations recommendations,
            Closings closings,
            NodeClock nodeClock,
            IntakeDays intakes) {
        this.intakes = intakes;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.closings = closings;
        this.nodeClock = nodeClock;
    }

    /**
     * Lets in what arrives at that moment, and holds the unit's list until the end of the transaction.
     *
     * @throws Refusal if the deadline is over, the list is signed, or the clock can not be trusted
     */
    public void hold(Application application, Instant arrival) {
        nodeClock.allowIntake();
        lateness(application, arrival).ifPresent(late -> {
            throw late;
        });
        boolean open = recommendations
                .find(application.roundId(), application.unitId())
                .map(list -> recommendations.lock(list.roundId(), list.unitId()))
                .map(list -> list.open() || overtaken(list, arrival))
                .orElse(true);
        if (!open) {
            throw signed();
        }
    }

    /** Tells why an application cannot be submitted any more, as {@link #hold} would refuse it; empty while it can. Locks nothing. */
    public Optional<Refusal> closedFor(Application application, Instant now) {
        return lateness(application, now)
                .or(() -> recommendations
                        .find(application.roundId(), application.unitId())
                        .filter(list -> !list.open() && list.state() != Recommendation.State.MISSED)
                        .map(list -> signed()));
    }

    private Optional<Refusal> lateness(Application application, Instant arrival) {
        Round round = rounds.get(application.roundId());
        if (round.voidAt() != null) {
            return Optional.of(Refusal.conflict("round.void", round.title()));
        }
        Deadline notice = deadlines.submission(round, application.unitId());
        // What was returned comes back by the notice's day: the unit's own day may have passed before it asked (R4.6).
        Deadline deadline = application.state() == ApplicationState.RETURNED
                ? notice
                : intakes.orEarlier(round.id(), application.unitId(), notice);
        if (!deadline.includes(arrival) && notice.includes(arrival)) {
            return Optional.of(Refusal.byRule("R4.6", "window.own-day", deadline.text()));
        }
        return deadline.includes(arrival)
                ? Optional.empty()
                : Optional.of(
                        Refusal.byRule(deadlines.kind(application.unitId()).rule(), "window.closed", deadline.text()));
    }

    private static Refusal signed() {
        return Refusal.byRule("R3.1", "window.signed");
    }

    /** What arrived in the last second is received even if the deadline's closing overtook it. */
    private boolean overtaken(Recommendation list, Instant arrival) {
        if (list.state() != Recommendation.State.MISSED) {
            return false;
        }
        if (closings.latest(list.roundId())
                .filter(closed -> arrival.plus(LONGEST_SUBMISSION).isBefore(closed))
                .isPresent()) {
            // So long before a closing that is already made: the clock went back.
            throw Refusal.unavailable("clock.went-back");
        }
        return true;
    }
}
