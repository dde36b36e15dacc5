package cn.gdpilot.domain.record;

/**
 * Who acts.
 *
 * @param person user name; "system" for timers
 * @param office id of the unit for which the person acts; null for applicants and the system
 */
public record Actor(String person, String office) {

    /** What timers and deadlines do by themselves. */
    public static final Actor SYSTEM = new Actor("system", null);
}
