package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.EvidenceDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When an arrival may still be entered with evidence (R4.7): it was in time, a few working days have not passed, and nobody has decided without it. */
@Component
class EvidenceRule {

    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final MinistrySelection selection;
    private final PilotClock clock;
    private final EvidenceDays days;

    EvidenceRule(
            UnitDeadlines deadlines,
            Recommendations recommendations,
            MinistrySelection selection,
            PilotClock clock,
            EvidenceDays days) {
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.selection = selection;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Checks a list, which the caller holds, and the moment that the evidence shows.
     *
     * @throws Refusal if the list has not missed its deadline on its way; the moment is not between signing and deadline
     */
    void check(Round round, Recommendation list, Instant arrivedAt) {
        if (!round.open()) {
            throw Refusal.conflict("evidence.over");
        }
        if (!applies(list)) {
            throw Refusal.conflict("evidence.not-missed");
        }
        Deadline deadline = deadlines.delivery(list.roundId(), list.unitId());
        if (!deadline.includes(arrivedAt)) {
            throw Refusal.byRule(list.deadline().rule(), "evidence.late", deadline.text());
        }
        if (arrivedAt.isAfter(clock.now()) || arrivedAt.isBefore(list.signedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.byRule("R4.7", "evidence.before-signing");
        }
    }

    /**
     * Holds that the days of grace are not over; what was entered in them may be decided later, also after another office has
     * opened again what it had decided.
     *
     * @throws Refusal if they are over
     */
    void checkGrace(Recommendation list) {
        LocalDate last = lastDay(list.roundId(), deadlines.delivery(list.roundId(), list.unitId()));
        if (clock.today().isAfter(last)) {
            throw Refusal.byRule("R4.7", "evidence.grace", days.of(list.roundId()), last);
        }
    }

    /** True if it was on its way when its deadline passed. */
    static boolean applies(Recommendation list) {
        return list.state() == State.MISSED && list.sentAt() != null;
    }

    /** The last day on which it may be entered. */
    LocalDate lastDay(String roundId, Deadline deadline) {
        return days.last(roundId, deadline);
    }

    /**
     * The Department's list that has gone without a list of a city and can still be ranked again; held until the end of the
     * transaction. Empty while it is open, and once its own deadline has passed: then it is the ministry's to open.
     */
    Optional<Recommendation> gone(Recommendation list) {
        if (!list.destination().equals(Unit.DEPARTMENT) || isNextClosed(list)) {
            return Optional.empty();
        }
        return recommendations
                .find(list.roundId(), Unit.DEPARTMENT)
                .map(next -> recommendations.lock(next.roundId(), next.unitId()))
                .filter(next -> !next.open());
    }

    /**
     * Holds that the Department's lead undoes no selection of the ministry's: its own lead decides first to select again.
     *
     * @throws Refusal if the ministry has selected, by the Department's list as it is
     */
    void checkSelection(Recommendation gone) {
        if (selection.decided(gone.roundId())) {
            throw Refusal.conflict("evidence.selected");
        }
    }

    /** True if the deadline of the office has passed to which the list goes, so that it takes nothing up by itself. */
    boolean isNextClosed(Recommendation list) {
        return list.destination().equals(Unit.DEPARTMENT)
                && !deadlines.delivery(list.roundId(), Unit.DEPARTMENT).includes(clock.now());
    }

    /** True if accepting it opens again what the next office's lead has signed or decided, so that a lead accepts it. */
    boolean opensDecided(Recommendation list) {
        return list.destination().equals(Unit.MINISTRY)
                ? selection.decided(list.roundId())
                : gone(list).isPresent();
    }
}
