package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code ministry-review} that Java reads or writes. */
final class MinistryReviewVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;
    static final String SELECTION = "selection";
    static final String NONE_SELECTED = "noneSelected";
    static final String PASSED_OVER = "passedOver";

    private MinistryReviewVariables() {}
}
