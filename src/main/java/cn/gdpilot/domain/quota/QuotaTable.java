package cn.gdpilot.domain.quota;

import cn.gdpilot.domain.identity.Unit;
import java.util.Collection;
import java.util.Map;

/** The table recommendation-quota. */
public interface QuotaTable {

    /**
     * The row of that unit.
     *
     * @throws IllegalStateException if the table has none: such a unit does not recommend
     */
    Quota of(Unit unit);

    /** The rows of many units, by the unit's id; one look for the table's newest version. */
    Map<String, Quota> ofAll(Collection<Unit> units);

    /** The table with the version that answers now, e.g. "recommendation-quota v2". */
    String quotaSource();
}
