package cn.gdpilot.domain.quota;

import cn.gdpilot.domain.identity.Unit;
import java.util.Collection;
import java.util.Map;

/** The table recommendation-quota. */
public interface QuotaTable {

    /**
     * The row of that unit; where it cannot be read, the row of the newest earlier version that can.
     *
     * @throws IllegalStateException if the table has none: such a unit does not recommend
     * @throws cn.gdpilot.domain.text.Refusal if no version has a row that can be read
     */
    Quota of(Unit unit);

    /** The rows of many units, by the unit's id; one look for the table's newest version. */
    Map<String, Quota> ofAll(Collection<Unit> units);

    /** The table with the version that answers for that unit now, e.g. "recommendation-quota v2". */
    String quotaSource(Unit unit);
}
