package cn.gdpilot.desk.application;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code application} that Java reads or writes. */
public final class ApplicationVariables {

    public static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    public static final String APPLICATION_ID = CaseVariables.APPLICATION_ID;
    public static final String UNIT = CaseVariables.UNIT;
    public static final String CREDIT_RECORD = "creditRecord";
    public static final String RULE = "rule";
    public static final String POINTS = "points";
    public static final String TO_CORRECT = "toCorrect";
    public static final String CORRECT_UNTIL = "correctUntil";

    private ApplicationVariables() {}
}
