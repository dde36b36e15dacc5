package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When the selection may be decided and published: nothing is on its way to the ministry any more, and all that came is reviewed. */
@Component
class ReadyToSelect {

    private final Rounds rounds;
    private final Recommendations recommendations;
    private final Units units;
    private final ReviewReceived projects;
    private final Panels panels;

    ReadyToSelect(Rounds rounds, Recommendations recommendations, Units units, ReviewReceived projects, Panels panels) {
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.units = units;
        this.projects = projects;
        this.panels = panels;
    }

    /**
     * Holds the round until the end of the transaction, so that nothing is let in meanwhile.
     *
     * @throws Refusal if a list comes through a window that was opened again, or a project waits for a review
     */
    void check(String roundId) {
        rounds.lock(roundId);
        recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.MINISTRY) && list.underWay())
                .findFirst()
                .ifPresent(late -> {
                    throw Refusal.conflict(
                            "selection.late-list", units.get(late.unitId()).name());
                });
        projects.toReview(roundId).stream().findFirst().ifPresent(one -> {
            throw Refusal.conflict("selection.unreviewed", one.id());
        });
        Set<String> open = panels.of(roundId, UnitType.MINISTRY).stream()
                .filter(panel -> !panel.closed())
                .map(Panel::applicationId)
                .collect(Collectors.toSet());
        projects.received(roundId).stream()
                .filter(one -> open.contains(one.id()))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.conflict("signing.open-panel", one.id(), one.projectName());
                });
    }
}
