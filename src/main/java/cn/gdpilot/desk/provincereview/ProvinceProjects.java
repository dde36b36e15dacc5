package cn.gdpilot.desk.provincereview;

import cn.gdpilot.desk.provincereview.beside.ReviewsInHand;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the Department has to look at, as the model asks: {@code ${provinceProjects.arrived(campaignId)}}. Instances run
 * beside each other: each list leaves out what another one has in hand, under the round's lock, so that nothing is asked twice.
 */
@Component
public class ProvinceProjects {

    private final ReviewProject review;
    private final FindDuplicates duplicates;
    private final Panels panels;
    private final GoAhead goAhead;
    private final Rounds rounds;
    private final ReviewsInHand inHand;

    ProvinceProjects(
            ReviewProject review,
            FindDuplicates duplicates,
            Panels panels,
            GoAhead goAhead,
            Rounds rounds,
            ReviewsInHand inHand) {
        this.panels = panels;
        this.review = review;
        this.duplicates = duplicates;
        this.goAhead = goAhead;
        this.rounds = rounds;
        this.inHand = inHand;
    }

    public List<String> arrived(String campaignId) {
        rounds.lock(campaignId);
        return review.arrived(campaignId).stream()
                .map(Application::id)
                .filter(id -> !inHand.isReviewing(id))
                .toList();
    }

    public List<String> suspectedPairs(String campaignId) {
        rounds.lock(campaignId);
        return duplicates.openPairs(campaignId).stream()
                .map(DuplicatePair::id)
                .filter(id -> !inHand.isResolving(id))
                .toList();
    }

    /** What is still in the running when its duplicates are settled, and experts have not scored yet. */
    public List<String> forExperts(String campaignId) {
        rounds.lock(campaignId);
        Set<String> undecided = duplicates.undecided(campaignId);
        return review.reviewed(campaignId).stream()
                .map(Application::id)
                .filter(id -> !undecided.contains(id))
                .filter(id -> panels.find(UnitType.DEPARTMENT, id)
                        .filter(Panel::closed)
                        .isEmpty())
                .filter(id -> !inHand.isScoring(id))
                .toList();
    }

    /** True if the CA is done, or the Department goes ahead without it. */
    public boolean communicationsReviewed(String campaignId) {
        return goAhead.lockBranchesMet(campaignId);
    }

    /** True for an instance that reviews what came late: one that was there before waits for the CA and makes the list public. */
    public boolean late(String instanceId) {
        return inHand.isBesideAnother(instanceId);
    }

    /** True if what came late is reviewed before the others are compared: it is compared with them, and goes on with them. */
    public boolean joinOthers(String campaignId, String instanceId) {
        boolean met = goAhead.lockBranchesMet(campaignId);
        return late(instanceId) && (!met || inHand.othersAreBeforeComparison(instanceId));
    }

    /**
     * True if what came late is compared while the others still are: they take it along to experts and checks, so that none of
     * them is public before all are through.
     */
    public boolean leaveToOthers(String campaignId, String instanceId) {
        rounds.lock(campaignId);
        return late(instanceId) && inHand.othersAreCompared(instanceId);
    }
}
