package cn.gdpilot.desk.provincereview;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code province-review} that Java reads or writes. */
final class ProvinceReviewVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;
    static final String PAIR_ID = CaseVariables.PAIR_ID;
    static final String KEEP = "keep";

    private ProvinceReviewVariables() {}
}
