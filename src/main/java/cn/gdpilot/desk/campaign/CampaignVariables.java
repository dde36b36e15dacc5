package cn.gdpilot.desk.campaign;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code campaign} that Java reads or writes. */
final class CampaignVariables {

    static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    static final String UNIT = CaseVariables.UNIT;
    static final String TITLE = "title";
    static final String NOTICE_NUMBER = "noticeNumber";
    static final String CITY_DEADLINE = "cityDeadline";
    static final String MINISTRY_DEADLINE = "ministryDeadline";

    private CampaignVariables() {}
}
