package cn.gdpilot.quota;

import cn.gdpilot.identity.Unit;

/** The table recommendation-quota. */
public interface QuotaTable {

    /**
     * The row of that unit.
     *
     * @throws IllegalStateException if the table has none: such a unit does not recommend
     */
    Quota of(Unit unit);

    /** The table with the version that answers now, e.g. "recommendation-quota v2". */
    String quotaSource();
}
