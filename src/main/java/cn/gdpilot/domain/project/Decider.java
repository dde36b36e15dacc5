package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.Unit;

/** The office that decides an application's outcome and answers objections to it. */
public enum Decider {
    /** The recommending unit that the application was handed in to. */
    UNIT,
    DEPARTMENT,
    MINISTRY;

    /** The decider that this office is. */
    public static Decider of(String unitId) {
        return switch (unitId) {
            case Unit.DEPARTMENT -> DEPARTMENT;
            case Unit.MINISTRY -> MINISTRY;
            default -> UNIT;
        };
    }

    /** The id of the office that decides that application. */
    public String office(Application application) {
        return switch (this) {
            case UNIT -> application.unitId();
            case DEPARTMENT -> Unit.DEPARTMENT;
            case MINISTRY -> Unit.MINISTRY;
        };
    }
}
