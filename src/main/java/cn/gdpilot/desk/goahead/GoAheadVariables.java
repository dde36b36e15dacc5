package cn.gdpilot.desk.goahead;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code go-ahead} that Java reads or writes. */
final class GoAheadVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;

    private GoAheadVariables() {}
}
