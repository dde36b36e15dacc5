package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.KeptOrder;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves and settles the order of priority of a list (R3.6). */
@Service
public class RankList {

    private final Recommendations recommendations;
    private final Candidates candidates;
    private final Applications applications;
    private final RankingChanges changes;
    private final LeftOutReasons reasons;
    private final Undecided undecided;
    private final MovedProjects moved;
    private final KeptOrder keptOrder;

    RankList(
            Recommendations recommendations,
            Candidates candidates,
            Applications applications,
            RankingChanges changes,
            LeftOutReasons reasons,
            Undecided undecided,
            MovedProjects moved,
            KeptOrder keptOrder) {
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.applications = applications;
        this.changes = changes;
        this.reasons = reasons;
        this.undecided = undecided;
        this.moved = moved;
        this.keptOrder = keptOrder;
    }

    /**
     * Saves an order of priority, to be changed until it is settled.
     *
     * @throws Refusal if it names a project that is not the unit's or not accepted, or more than the quota
     */
    @Transactional
    public void rank(String roundId, String unitId, List<String> order, Actor officer) {
        Recommendation list = recommendations.lock(roundId, unitId);
        Set<String> eligible =
                candidates.of(roundId, unitId).stream().map(Application::id).collect(Collectors.toSet());
        order.stream().filter(id -> !eligible.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.6", "ranking.foreign", foreign);
        });
        Set<String> before = new HashSet<>(recommendations.ranked(list));
        recommendations.rank(roundId, unitId, order);
        changes.note(list, officer.person());
        if (!unitId.equals(Unit.DEPARTMENT)) {
            follow(before, order, officer);
        }
    }

    /**
     * Settles the order: {@code order} if the person gave one, else what is saved.
     *
     * @param whyLeftOut reasons as typed, for those left out; null if nothing was
     * @param whyMoved   reasons as typed, for those that stand elsewhere than in the order that the list started from; null
     *     if nothing was
     * @throws Refusal if a candidate is neither on the list nor left out with a reason, or moved without one; names each
     */
    @Transactional
    public void settle(
            String roundId, String unitId, List<String> order, String whyLeftOut, String whyMoved, Actor officer) {
        if (!order.isEmpty()) {
            rank(roundId, unitId, order, officer);
        }
        Recommendation list = recommendations.lock(roundId, unitId);
        TypedReasons typed = TypedReasons.of(whyLeftOut);
        giveReasons(list, typed);
        List<Application> unexplained = undecided.withoutReason(list);
        if (!unexplained.isEmpty()) {
            throw Refusal.byRule("R3.6", "ranking.no-reason", Undecided.named(unexplained));
        }
        moved.settle(list, TypedReasons.of(whyMoved), officer);
        boolean zero = recommendations.ranked(list).isEmpty();
        if (zero && typed.rest().isEmpty()) {
            throw Refusal.byRule("R3.6", "ranking.zero-reason");
        }
        recommendations.ranked(list, officer.person(), zero ? typed.rest() : null);
        keptOrder.keep(list, Occasion.RANKED, officer);
    }

    /** A numbered line counts before what was saved on the page; the rest is for those who have no reason yet. */
    private void giveReasons(Recommendation list, TypedReasons typed) {
        typed.holdNumbers(candidates.of(list.roundId(), list.unitId()).stream()
                .map(Application::id)
                .toList());
        typed.own().forEach((id, reason) -> reasons.write(list, id, reason));
        undecided.withoutReason(list).forEach(one -> reasons.write(list, one.id(), typed.rest()));
    }

    private void follow(Set<String> before, List<String> order, Actor officer) {
        order.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> applications.advance(id, ApplicationState.RANKED, officer, Grounds.NONE));
        before.stream()
                .filter(id -> !order.contains(id))
                .forEach(id -> applications.advance(id, ApplicationState.ACCEPTED, officer, Grounds.NONE));
    }
}
