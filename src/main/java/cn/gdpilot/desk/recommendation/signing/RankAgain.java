package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where a unit upholds an objection to its leaving a project out, the project is a candidate again, and a signed list is
 * called back, ranked and signed anew. Only while the list is with the unit and its deadline not past.
 */
@Component
class RankAgain implements OutcomeOwner {

    private final Applications applications;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final RightedOpinion opinion;
    private final RecommendationProcess process;
    private final PilotClock clock;

    RankAgain(
            Applications applications,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            RightedOpinion opinion,
            RecommendationProcess process,
            PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.opinion = opinion;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.RANKED_AGAIN);
    }

    @Override
    public Plan check(Upheld upheld) {
        // The CA has no list yet while it reviews.
        Optional<Recommendation> list = recommendations
                .find(upheld.roundId(), upheld.unitId())
                .map(found -> recommendations.lock(found.roundId(), found.unitId()));
        Application project = applications.lock(upheld.applicationId());
        if (project.state() != upheld.reversal().from()
                || !deadlines.delivery(upheld.roundId(), upheld.unitId()).includes(clock.now())) {
            throw Upheld.tooLate(project.state());
        }
        list.ifPresent(found -> checkWithTheUnit(found, project));
        return new Plan(() -> apply(upheld, project, list), () -> list.ifPresent(process::recall));
    }

    private void checkWithTheUnit(Recommendation list, Application project) {
        if (!list.open() && list.state() != State.SIGNED) {
            throw Upheld.tooLate(project.state());
        }
        if (list.state() == State.SIGNED && !process.recallable(list)) {
            throw Refusal.conflict("objection.list-busy");
        }
    }

    private void apply(Upheld upheld, Application project, Optional<Recommendation> list) {
        list.ifPresent(found -> openFor(found, upheld.by()));
        opinion.setRight(project, upheld);
        applications.advance(
                project.id(),
                upheld.reversal().to(),
                upheld.by(),
                Grounds.byRule("R3.6", Texts.of("objection.upheld-because", upheld.grounds())));
    }

    /** What stands on a signed list that has not left the unit is ranked, no longer recommended. */
    private void openFor(Recommendation list, Actor officer) {
        if (list.open()) {
            recommendations.changed(list);
            return;
        }
        Grounds grounds = Grounds.byRule("R3.6", Texts.of("objection.list-recalled"));
        recommendations.ranked(list).stream()
                .filter(id -> applications.get(id).state() == ApplicationState.RECOMMENDED)
                .forEach(id -> applications.advance(id, ApplicationState.RANKED, officer, grounds));
        recommendations.recalled(list);
    }
}
