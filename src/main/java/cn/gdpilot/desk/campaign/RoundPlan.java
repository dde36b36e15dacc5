package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.BackPlan;
import cn.gdpilot.domain.deadline.PlannedStep;
import cn.gdpilot.domain.deadline.PlannedStep.Step;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.ProjectChecks;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.scoring.ReviewPlans;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The Department's plan back from the ministry's deadline: which steps the round has, and how far they are. */
@Component
class RoundPlan {

    private static final Set<Recommendation.State> DONE =
            Set.of(Recommendation.State.ARRIVED, Recommendation.State.ZERO);

    private final BackPlan plan;
    private final ReviewPlans reviews;
    private final ProjectChecks checks;
    private final Publicities publicities;
    private final Recommendations recommendations;
    private final PilotClock clock;

    RoundPlan(
            BackPlan plan,
            ReviewPlans reviews,
            ProjectChecks checks,
            Publicities publicities,
            Recommendations recommendations,
            PilotClock clock) {
        this.plan = plan;
        this.reviews = reviews;
        this.checks = checks;
        this.publicities = publicities;
        this.recommendations = recommendations;
        this.clock = clock;
    }

    List<PlannedStep> of(Round round) {
        return plan.of(round, organised(round.id()), done(round.id()), clock.today());
    }

    private Set<Step> organised(String roundId) {
        Set<Step> organised = EnumSet.noneOf(Step.class);
        if (reviews.of(roundId, UnitType.DEPARTMENT).organised()) {
            organised.add(Step.EXPERTS);
        }
        if (!checks.organised(roundId).isEmpty()) {
            organised.add(Step.CHECKS);
        }
        if (publicities.organised(roundId, Unit.DEPARTMENT)) {
            organised.add(Step.PUBLICITY);
        }
        return organised;
    }

    /** A step is over when a later one has begun. */
    private Set<Step> done(String roundId) {
        Optional<Recommendation> list = recommendations.find(roundId, Unit.DEPARTMENT);
        if (list.filter(one -> DONE.contains(one.state())).isPresent()) {
            return EnumSet.allOf(Step.class);
        }
        if (list.filter(one -> one.signedAt() != null).isPresent()) {
            return EnumSet.range(Step.REVIEW, Step.SIGNING);
        }
        Optional<Publicity> publicity = publicities.newest(roundId, Unit.DEPARTMENT);
        if (publicity.isEmpty()) {
            return Set.of();
        }
        return EnumSet.range(Step.REVIEW, publicity.get().closedAt() == null ? Step.CHECKS : Step.OBJECTIONS);
    }
}
