package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What signing a list decides about each project that could have been on it, with its true grounds. */
@Component
class ListOutcome {

    private final Units units;
    private final Applications applications;
    private final LeftOutReasons leftOut;
    private final RecommendationLetters letters;

    ListOutcome(Units units, Applications applications, LeftOutReasons leftOut, RecommendationLetters letters) {
        this.leftOut = leftOut;
        this.units = units;
        this.applications = applications;
        this.letters = letters;
    }

    /**
     * Advances them all.
     *
     * @param candidates every project that could have been on the list
     * @param ranked     those that are
     */
    void decide(Recommendation list, Collection<Application> candidates, Set<String> ranked, Actor lead) {
        Map<String, String> reasons = leftOut.of(list);
        Unit unit = units.get(list.unitId());
        boolean department = unit.id().equals(Unit.DEPARTMENT);
        for (Application candidate : candidates) {
            if (ranked.contains(candidate.id())) {
                ApplicationState next = department ? ApplicationState.FORWARDED : ApplicationState.RECOMMENDED;
                applications.advance(candidate.id(), next, lead, Grounds.NONE);
            } else {
                ApplicationState next = department ? ApplicationState.NOT_FORWARDED : ApplicationState.NOT_RECOMMENDED;
                leaveOut(
                        candidate,
                        next,
                        unit,
                        EndGrounds.leftOut(unit.name(), unit.type(), list, ranked.size(), reasons.get(candidate.id())),
                        lead);
            }
        }
    }

    private void leaveOut(Application candidate, ApplicationState next, Unit unit, Grounds grounds, Actor lead) {
        // Of two that are one project, what was dropped for this one goes on again.
        Application before = applications.advance(candidate.id(), next, lead, grounds);
        letters.leftOut(before, unit, grounds);
    }
}
