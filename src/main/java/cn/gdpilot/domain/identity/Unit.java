package cn.gdpilot.domain.identity;

/**
 * An office: a city's bureau, the Department, the Communications Administration, a central enterprise, the ministry.
 *
 * @param id     also the group of those who handle, e.g. city-440100
 * @param type   its kind
 * @param code   administrative code
 * @param name   full name
 * @param city   its city; empty where it has none
 * @param region PRD, EAST, WEST, NORTH or NONE (R3.2)
 */
public record Unit(String id, UnitType type, String code, String name, String city, String region) {

    public static final String DEPARTMENT = "dept-44";
    public static final String COMMUNICATIONS = "ca-44";
    public static final String MINISTRY = "ministry";

    /** The group of those who sign. */
    public String leadGroup() {
        return Group.of(id).lead().id();
    }
}
