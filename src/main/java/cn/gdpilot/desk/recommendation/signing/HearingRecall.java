package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A refused application that its unit hears again can come onto the unit's list: a signed one is called back, so that the
 * application never waits beside a list that takes nothing more.
 */
@Component
class HearingRecall implements Neighbour {

    private final Recommendations recommendations;
    private final Applications applications;
    private final CalledBack calledBack;

    HearingRecall(Recommendations recommendations, Applications applications, CalledBack calledBack) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.calledBack = calledBack;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.HEARD_AGAIN);
    }

    @Override
    public Plan check(Upheld upheld) {
        Optional<Recommendation> list = recommendations
                .find(upheld.roundId(), upheld.unitId())
                .map(found -> recommendations.lock(found.roundId(), found.unitId()));
        list.ifPresent(found ->
                calledBack.check(found, applications.get(upheld.applicationId()).state()));
        return new Plan(
                () -> list.ifPresent(found -> calledBack.open(found, upheld.by())),
                () -> list.filter(found -> !found.open()).ifPresent(calledBack::tell));
    }
}
