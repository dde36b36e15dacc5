package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a rehearsed round is like. All shares are per cent of a unit's applicants, rounded by lot.
 *
 * @param perUnit   applicants of each unit, 1 to {@value #MOST_PER_UNIT}
 * @param early     submit in the first fifth of the time
 * @param lastDay   submit in the last 24 hours
 * @param late      try after the deadline
 * @param forget    never submit what they began; who is none of these submits in between
 * @param returned  of all, are asked for a correction
 * @param withdraw  of all, withdraw after submitting
 * @param lateUnits of the units, hand their list over an hour late
 * @param seed      the same seed deals the same parts
 * @param units     ids of the units that take part; empty = all that take applications
 */
record RehearsalPlan(
        int perUnit,
        int early,
        int lastDay,
        int late,
        int forget,
        int returned,
        int withdraw,
        int lateUnits,
        long seed,
        List<String> units) {

    static final int MOST_PER_UNIT = 50;
    private static final int WHOLE = 100;

    RehearsalPlan {
        units = units == null ? List.of() : List.copyOf(units);
        if (perUnit < 1 || perUnit > MOST_PER_UNIT) {
            throw Refusal.invalid("rehearsal.per-unit", MOST_PER_UNIT);
        }
        if (!IntStream.of(early, lastDay, late, forget, returned, withdraw, lateUnits)
                        .allMatch(share -> share >= 0 && share <= WHOLE)
                || early + lastDay + late + forget > WHOLE
                || returned + withdraw > WHOLE) {
            throw Refusal.invalid("rehearsal.shares");
        }
    }

    /** What the page offers: a round with a little of everything. */
    static RehearsalPlan usual() {
        return new RehearsalPlan(4, 20, 30, 5, 5, 15, 5, 5, 1, List.of());
    }

    /** The behaviour of the one on whom this lot of 100 falls. */
    Behaviour behaviour(int lot) {
        if (lot < early) {
            return Behaviour.EARLY;
        }
        if (lot < early + lastDay) {
            return Behaviour.LAST_DAY;
        }
        if (lot < early + lastDay + late) {
            return Behaviour.LATE;
        }
        return lot < early + lastDay + late + forget ? Behaviour.FORGETS : Behaviour.STEADY;
    }
}
