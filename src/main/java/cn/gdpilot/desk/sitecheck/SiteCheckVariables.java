package cn.gdpilot.desk.sitecheck;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code site-check} that Java reads or writes. */
final class SiteCheckVariables {

    static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;
    static final String CHECK_KEY = "checkKey";

    private SiteCheckVariables() {}
}
