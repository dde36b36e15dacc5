package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.scoring.Departures;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritList;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the Department would make public: the order of merit up to its quota, or, without experts, all that it has reviewed; without what stands in a pair that is not decided. */
@Component
class ProvinceList implements ListToPublish {

    private final ReviewProject review;
    private final MeritOrder merits;
    private final Panels panels;
    private final QuotaTable quotas;
    private final Units units;
    private final FindDuplicates duplicates;

    ProvinceList(
            ReviewProject review,
            MeritOrder merits,
            Panels panels,
            QuotaTable quotas,
            Units units,
            FindDuplicates duplicates) {
        this.duplicates = duplicates;
        this.panels = panels;
        this.review = review;
        this.merits = merits;
        this.quotas = quotas;
        this.units = units;
    }

    @Override
    public String unitId() {
        return Unit.DEPARTMENT;
    }

    @Override
    public List<String> proposed(String roundId) {
        int quota = quotas.of(units.get(Unit.DEPARTMENT)).quota();
        MeritList order = merits.standing(roundId, UnitType.DEPARTMENT, quota);
        Set<String> undecided = duplicates.undecided(roundId);
        List<String> settled = review.reviewed(roundId).stream()
                .map(Application::id)
                .filter(id -> !undecided.contains(id))
                .toList();
        return order.order().isEmpty()
                ? settled
                : order.order().stream()
                        .map(Merit::applicationId)
                        .filter(settled::contains)
                        .limit(quota)
                        .toList();
    }

    @Override
    public void check(String roundId, List<String> list) {
        Set<String> reviewed = reviewed(roundId);
        list.stream().filter(id -> !reviewed.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.5", "publicity.foreign", foreign);
        });
        if (list.isEmpty() && !reviewed.isEmpty()) {
            throw Refusal.byRule("R3.5", "publicity.empty", reviewed.size());
        }
        checkReplaced(roundId);
        checkOrder(roundId, list);
    }

    @Override
    public List<String> scoredAgain(String roundId) {
        return review.reviewed(roundId).stream()
                .map(Application::id)
                .filter(id -> panels.find(UnitType.DEPARTMENT, id)
                        .filter(Panel::scoredAgain)
                        .isPresent())
                .toList();
    }

    /** An expert who was taken off is replaced by a further review; the order, and so the public list, waits for it. */
    private void checkReplaced(String roundId) {
        List<String> again = scoredAgain(roundId);
        if (!again.isEmpty()) {
            throw Refusal.conflict("publicity.scored-again", String.join("、", again));
        }
    }

    /** Where experts have scored, the order changes on the page of the order of merit, which asks for grounds and keeps them. */
    private void checkOrder(String roundId, List<String> list) {
        List<Merit> order = merits.standing(roundId, UnitType.DEPARTMENT, MeritOrder.NO_QUOTA)
                .order();
        if (order.stream().allMatch(one -> one.score() == null)) {
            return;
        }
        List<String> start = order.stream().map(Merit::applicationId).toList();
        Stream.concat(Departures.moved(start, list).stream(), Departures.passedOver(start, list).stream())
                .filter(reviewed(roundId)::contains)
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.byRule("R3.5", "publicity.not-in-order", id);
                });
    }

    private Set<String> reviewed(String roundId) {
        return review.reviewed(roundId).stream().map(Application::id).collect(Collectors.toSet());
    }
}
