package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
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
    private final LeftOutReasons reasons;
    private final CalledBack calledBack;
    private final PilotClock clock;

    RankAgain(
            Applications applications,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            RightedOpinion opinion,
            LeftOutReasons reasons,
            CalledBack calledBack,
            PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.opinion = opinion;
        this.reasons = reasons;
        this.calledBack = calledBack;
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
        list.ifPresent(found -> calledBack.check(found, project.state()));
        return new Plan(() -> apply(upheld, project, list), () -> list.ifPresent(calledBack::tell));
    }

    private void apply(Upheld upheld, Application project, Optional<Recommendation> list) {
        list.ifPresent(found -> {
            openFor(found, upheld.by());
            // The objection has refuted the old reason; leaving it out again takes a new one.
            reasons.write(found, project.id(), "");
        });
        opinion.setRight(project, upheld);
        applications.advance(
                project.id(),
                upheld.reversal().to(),
                upheld.by(),
                Grounds.byRule("R3.6", Texts.of("objection.upheld-because", upheld.grounds())));
    }

    private void openFor(Recommendation list, Actor officer) {
        if (list.open()) {
            recommendations.changed(list);
        } else {
            calledBack.open(list, officer);
        }
    }
}
