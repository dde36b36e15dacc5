package cn.gdpilot.desk.recommendation;

import cn.gdpilot.platform.engine.variables.CaseVariables;

/** Variables of the process {@code recommendation} that Java reads or writes. */
public final class RecommendationVariables {

    public static final String CAMPAIGN_ID = CaseVariables.CAMPAIGN_ID;
    public static final String UNIT = CaseVariables.UNIT;
    public static final String RANKING = "ranking";
    public static final String MOVED = "moved";
    public static final String NOT_AWAITED = "notAwaited";
    public static final String SENT_BY = "sentBy";
    public static final String COURIER_NUMBER = "courierNumber";
    public static final String SENT_AT = "sentAt";
    public static final String TABLE_COPIES = "tableCopies";
    public static final String PAPER_COPIES = "paperCopies";
    public static final String DISC_COPIES = "discCopies";

    private RecommendationVariables() {}
}
