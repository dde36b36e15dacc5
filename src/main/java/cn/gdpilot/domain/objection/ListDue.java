package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.Deadline;

/** By when the list has to be at the ministry on which a unit's projects go there (R4.3). */
public interface ListDue {

    /** The unit's own list, or that of the office which it reports to; with a later date of that office's own. */
    Deadline atMinistry(String roundId, String unitId);
}
