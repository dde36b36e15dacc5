package cn.gdpilot.desk.campaign.unattended;

/**
 * Where a round's own instance stands.
 *
 * @param intake         whether the CA takes applications
 * @param cities         whether cities recommend, or their deadline is waited for
 * @param department     whether the Department reviews or recommends
 * @param communications whether the CA reviews or recommends
 * @param provinceJoin   how many of these two have delivered
 * @param direct         whether units recommend straight to the ministry
 * @param allDelivered   how many wait at the last join: the province, the direct units
 * @param ministry       whether the ministry reviews
 */
record Tokens(
        boolean intake,
        boolean cities,
        boolean department,
        boolean communications,
        int provinceJoin,
        boolean direct,
        int allDelivered,
        boolean ministry) {

    /** A round without an instance. */
    static final Tokens NONE = new Tokens(false, false, false, false, 0, false, 0, false);

    /** How many of the province's two branches stand before the last join. */
    int province() {
        return cities ? 2 : (department ? 1 : 0) + (communications ? 1 : 0) + provinceJoin;
    }

    /** True if nothing is left before the ministry's review. */
    boolean beforeMinistry() {
        return province() > 0 || direct || allDelivered > 0;
    }
}
