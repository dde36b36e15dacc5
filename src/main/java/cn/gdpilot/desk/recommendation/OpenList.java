package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a unit's list at the beginning of its process. */
@Service
public class OpenList {

    private final Units units;
    private final QuotaTable quotas;
    private final Recommendations recommendations;

    OpenList(Units units, QuotaTable quotas, Recommendations recommendations) {
        this.units = units;
        this.quotas = quotas;
        this.recommendations = recommendations;
    }

    /** Opens the unit's list with what the table says of it; again changes nothing. */
    @Transactional
    public void prepare(String roundId, String unitId) {
        Unit unit = units.get(unitId);
        recommendations.open(roundId, unit, quotas.of(unit), quotas.quotaSource(unit));
    }
}
