package cn.gdpilot.desk.objection;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code objection} that Java reads or writes. */
final class ObjectionVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String UNIT = CaseVariables.UNIT;
    static final String OBJECTION_ID = CaseVariables.OBJECTION_ID;

    private ObjectionVariables() {}
}
