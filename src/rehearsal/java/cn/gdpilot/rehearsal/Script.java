package cn.gdpilot.rehearsal;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Who does what until when in a rehearsed round; all times in Guangdong's.
 *
 * @param round    id of the round
 * @param opens    from when on somebody acts
 * @param city     the cities' deadline
 * @param ministry the ministry's deadline
 * @param parts    the applicants
 * @param offices  the units that take part
 */
record Script(
        String round,
        OffsetDateTime opens,
        OffsetDateTime city,
        OffsetDateTime ministry,
        List<Part> parts,
        List<Office> offices) {

    private static final String PLANNED_CITY = "city-440300";

    /** True for those that report to the Department. */
    boolean isCity(String unit) {
        return unit.startsWith("city-") && !unit.equals(PLANNED_CITY);
    }

    /**
     * A unit that takes part.
     *
     * @param unit     id
     * @param deadline until when its list must have arrived
     * @param late     true if it forgets to hand its list over
     */
    record Office(String unit, OffsetDateTime deadline, boolean late) {}
}
