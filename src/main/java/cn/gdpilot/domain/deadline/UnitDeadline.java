package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import java.util.Comparator;

/**
 * Until when a unit's list can arrive; in the order of time.
 *
 * @param deadline when
 * @param kind     which of the round's two binds it, and so by which rule
 */
public record UnitDeadline(Deadline deadline, DeadlineKind kind) implements Comparable<UnitDeadline> {

    @Override
    public int compareTo(UnitDeadline other) {
        return Comparator.comparing((UnitDeadline one) -> one.deadline().lastMoment())
                .thenComparing(UnitDeadline::kind)
                .compare(this, other);
    }
}
