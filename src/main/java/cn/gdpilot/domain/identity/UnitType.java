package cn.gdpilot.domain.identity;

/** Kinds of offices; for those that recommend also the channel of an application. */
public enum UnitType {
    CITY,
    PLANNED_CITY,
    COMMS_ADMIN,
    CENTRAL,
    DEPARTMENT,
    MINISTRY;

    /** True if applicants hand in to offices of this kind (R3.1, R3.3, R3.4, R1.3). */
    public boolean takesApplications() {
        return this != DEPARTMENT && this != MINISTRY;
    }
}
