package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a unit's list at the beginning of its process. */
@Service
public class OpenList {

    private final Units units;
    private final QuotaTable quotas;
    private final Recommendations recommendations;
    private final StartingOrder start;
    private final RankingChanges changes;

    OpenList(
            Units units,
            QuotaTable quotas,
            Recommendations recommendations,
            StartingOrder start,
            RankingChanges changes) {
        this.start = start;
        this.changes = changes;
        this.units = units;
        this.quotas = quotas;
        this.recommendations = recommendations;
    }

    /**
     * Opens the unit's list with what the table says of it, and puts on it what it starts from; nothing of a list that
     * anybody has changed already.
     */
    @Transactional
    public void prepare(String roundId, String unitId) {
        Unit unit = units.get(unitId);
        recommendations.open(roundId, unit, quotas.of(unit), quotas.quotaSource(unit));
        Recommendation list = recommendations.lock(roundId, unitId);
        if (list.open() && list.listVersion() == 0) {
            begin(list);
        }
    }

    private void begin(Recommendation list) {
        List<String> order = start.of(list);
        if (!order.isEmpty()) {
            recommendations.rank(
                    list.roundId(),
                    list.unitId(),
                    order.stream().limit(list.quota()).toList());
            changes.note(list, Actor.SYSTEM.person());
        }
    }
}
