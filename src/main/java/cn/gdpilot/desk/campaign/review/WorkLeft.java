package cn.gdpilot.desk.campaign.review;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicityNeed;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tables say whether the Department has work left before it ranks. */
@Component
class WorkLeft {

    private final Recommendations recommendations;
    private final Applications applications;
    private final DuplicatePairs pairs;
    private final LiftedDuplicates lifted;
    private final PublicityNeed publicity;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    WorkLeft(
            Recommendations recommendations,
            Applications applications,
            DuplicatePairs pairs,
            LiftedDuplicates lifted,
            PublicityNeed publicity,
            UnitDeadlines deadlines,
            PilotClock clock) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.pairs = pairs;
        this.lifted = lifted;
        this.publicity = publicity;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * True if a list has arrived whose projects are not reviewed, a pair is open, a duplicate is none any more, or its list
     * or what was reviewed late is not public though the round makes it so; never after the Department's deadline, which ends its review.
     */
    boolean any(String roundId) {
        return inTime(roundId)
                && (!pairs.open(roundId).isEmpty()
                        || lifted.waiting(roundId)
                        || !unreviewed(roundId).isEmpty()
                        || publicity.neverPublic(roundId, Unit.DEPARTMENT)
                        || publicity.neededForLate(roundId, Unit.DEPARTMENT));
    }

    /** The projects on lists that have arrived which the Department has not reviewed; none after its deadline. */
    List<String> unreviewed(String roundId) {
        return inTime(roundId)
                ? recommendations.ofRound(roundId).stream()
                        .filter(list -> list.destination().equals(Unit.DEPARTMENT) && list.state() == State.ARRIVED)
                        .flatMap(list -> recommendations.ranked(list).stream())
                        .filter(id -> applications.get(id).state() == ApplicationState.RECOMMENDED)
                        .toList()
                : List.of();
    }

    /** True while the Department settles and signs its list. */
    boolean isRanking(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .filter(Recommendation::open)
                .isPresent();
    }

    private boolean inTime(String roundId) {
        return deadlines.delivery(roundId, Unit.DEPARTMENT).includes(clock.now());
    }
}
