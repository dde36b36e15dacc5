package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Forbids that a lead adds a project to a list to the ministry while a decision of its lead stands, be it to select none (R3.8). */
@Component
class NothingAddedOnceSelected implements Neighbour {

    private final Selections selections;
    private final Recommendations recommendations;
    private final Rounds rounds;

    NothingAddedOnceSelected(Selections selections, Recommendations recommendations, Rounds rounds) {
        this.selections = selections;
        this.recommendations = recommendations;
        this.rounds = rounds;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.RECOMMENDED_LATE, Reversal.FORWARDED_LATE);
    }

    @Override
    public Plan check(Upheld upheld) {
        boolean toMinistry = recommendations
                .get(upheld.roundId(), upheld.unitId())
                .destination()
                .equals(Unit.MINISTRY);
        if (toMinistry
                && (rounds.lock(upheld.roundId()).announcedAt() != null || selections.decided(upheld.roundId()))) {
            throw Refusal.conflict("objection.next-selected");
        }
        return Plan.NOTHING;
    }
}
