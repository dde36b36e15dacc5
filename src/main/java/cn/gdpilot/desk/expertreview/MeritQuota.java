package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many projects the line lets in, and the list that the order is for. */
@Component
class MeritQuota {

    private final Recommendations recommendations;
    private final QuotaTable quotas;
    private final Units units;

    MeritQuota(Recommendations recommendations, QuotaTable quotas, Units units) {
        this.recommendations = recommendations;
        this.quotas = quotas;
        this.units = units;
    }

    /** The quota that the list got when it was opened; the ministry selects under none. */
    int of(String round, UnitType level) {
        return level != UnitType.DEPARTMENT
                ? MeritOrder.NO_QUOTA
                : recommendations
                        .find(round, Unit.DEPARTMENT)
                        .map(Recommendation::quota)
                        .orElseGet(() -> quotas.of(units.get(Unit.DEPARTMENT)).quota());
    }

    /** The version of the Department's list while it is open, so that the order can be put on it; empty otherwise. */
    Optional<Integer> openList(String round, UnitType level) {
        return recommendations
                .find(round, Unit.DEPARTMENT)
                .filter(one -> level == UnitType.DEPARTMENT && one.open())
                .map(Recommendation::listVersion);
    }
}
