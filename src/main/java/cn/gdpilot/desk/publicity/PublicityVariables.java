package cn.gdpilot.desk.publicity;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code publicity} that Java reads or writes. */
final class PublicityVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String UNIT = CaseVariables.UNIT;
    static final String PUBLIC_LIST = "publicList";
    static final String LATE = "late";
    static final String LEFT_OFF = "leftOff";
    static final String WORKING_DAYS = "workingDays";

    private PublicityVariables() {}
}
