package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;

/**
 * A deadline that is to become later.
 *
 * @param round   round
 * @param kind    which of its deadlines
 * @param was     the date until now
 * @param becomes the last moment that is asked for
 */
record LaterDate(Round round, DeadlineKind kind, Deadline was, Instant becomes) {

    /**
     * Holds that the round goes on.
     *
     * @throws Refusal if it is void or its result is announced
     */
    static void checkOpen(Round round) {
        if (round.voidAt() != null) {
            throw Refusal.conflict("extension.void");
        }
        if (!round.open()) {
            throw Refusal.conflict("extension.over");
        }
    }

    /**
     * Checks it at that moment.
     *
     * @throws Refusal if the round is over, the date has passed, is not later or lies years ahead, or a city's lies after the ministry's
     */
    void check(Instant now) {
        checkOpen(round);
        if (!becomes.isAfter(now)) {
            throw Refusal.byRule(kind.rule(), "extension.past");
        }
        if (!becomes.isAfter(was.lastMoment())) {
            throw Refusal.invalid("extension.earlier", was.text());
        }
        if (becomes.isAfter(RoundDates.latest(now))) {
            throw Refusal.invalid("extension.far", new Deadline(RoundDates.latest(now)).text());
        }
        if (kind == DeadlineKind.CITY && becomes.isAfter(round.ministryDeadline())) {
            throw Refusal.byRule("R4.3", "extension.order", round.ministry().text());
        }
    }
}
