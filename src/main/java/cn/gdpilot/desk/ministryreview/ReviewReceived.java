package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which projects the ministry has, and what its reviewers think of each (R3.8). */
@Service
class ReviewReceived {

    private static final Set<ApplicationState> HANDED_IN =
            Set.of(ApplicationState.RECOMMENDED, ApplicationState.FORWARDED);

    private static final Set<ApplicationState> ANNOUNCED =
            Set.of(ApplicationState.PILOT, ApplicationState.NOT_SELECTED);

    private final Applications applications;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final PilotClock clock;

    ReviewReceived(Applications applications, Recommendations recommendations, Opinions opinions, PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** The projects of the lists that have arrived at the ministry in time, those withdrawn left out. */
    List<Application> received(String roundId) {
        return recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.MINISTRY))
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .flatMap(list -> recommendations.ranked(list).stream())
                .map(applications::get)
                .filter(application -> HANDED_IN.contains(application.state()))
                .toList();
    }

    /** What may be one project with another at the ministry: what it has received, or, once announced, what it has selected and left out. */
    List<Application> compared(String roundId) {
        List<Application> announced = applications.ofRound(roundId, ANNOUNCED);
        return announced.isEmpty() ? received(roundId) : announced;
    }

    /** Which unit recommends each received project, and at which place of its list (R3.6): the Department's own for what came through it. */
    Map<String, Recommender> recommenders(String roundId) {
        Map<String, Recommender> all = new HashMap<>();
        recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.MINISTRY))
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .forEach(list -> {
                    List<String> ranked = recommendations.ranked(list);
                    ranked.forEach(id -> all.put(id, new Recommender(list.unitId(), ranked.indexOf(id) + 1)));
                });
        return all;
    }

    /** The received projects that still wait for a review. */
    List<Application> toReview(String roundId) {
        return received(roundId).stream()
                .filter(one -> opinions.find(UnitType.MINISTRY, one.id()).isEmpty())
                .toList();
    }

    /** A reviewer's opinion on form and video (R3.8). */
    @Transactional
    public void review(String applicationId, ReviewOutcome outcome, String grounds, Actor reviewer) {
        if (!HANDED_IN.contains(applications.lock(applicationId).state())) {
            throw Refusal.conflict("application.over");
        }
        opinions.give(UnitType.MINISTRY, applicationId, outcome, grounds, reviewer.person(), clock.now());
    }

    /** True if a reviewer let it pass; false without a review. */
    boolean passed(Application application) {
        return opinion(application).filter(Opinion::passes).isPresent();
    }

    Optional<Opinion> opinion(Application application) {
        return opinions.find(UnitType.MINISTRY, application.id());
    }

    /** Who recommends a project, and at which place, from 1. */
    record Recommender(String unitId, int place) {}
}
