package cn.gdpilot.desk.communicationsreview;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code communications-review} that Java reads or writes. */
final class CommunicationsReviewVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;

    private CommunicationsReviewVariables() {}
}
