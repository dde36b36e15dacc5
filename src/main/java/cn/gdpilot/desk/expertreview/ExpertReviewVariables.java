package cn.gdpilot.desk.expertreview;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code expert-review} that Java reads or writes. */
final class ExpertReviewVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;
    static final String UNIT = CaseVariables.UNIT;
    static final String ASSIGNMENT_ID = "assignmentId";

    private ExpertReviewVariables() {}
}
