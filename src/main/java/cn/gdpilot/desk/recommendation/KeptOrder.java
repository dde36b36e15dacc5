package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.stereotype.Component;

/** Keeps by which scores and places a list came to be as it is, for whoever asks later. */
@Component
public class KeptOrder {

    private final Units units;
    private final Recommendations recommendations;
    private final MeritSnapshots snapshots;

    KeptOrder(Units units, Recommendations recommendations, MeritSnapshots snapshots) {
        this.units = units;
        this.recommendations = recommendations;
        this.snapshots = snapshots;
    }

    /** Keeps the order as it stands at this occasion. */
    public void keep(Recommendation list, Occasion occasion, Actor person) {
        snapshots.keep(
                list.roundId(),
                units.get(list.unitId()).type(),
                occasion,
                list.quota(),
                recommendations.ranked(list),
                person);
    }
}
