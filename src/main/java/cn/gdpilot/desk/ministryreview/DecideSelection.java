package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead's selection, until it is published (R3.8). */
@Service
class DecideSelection {

    private final ReviewReceived projects;
    private final Recommendations recommendations;
    private final Selections selections;
    private final MeritSnapshots snapshots;
    private final Units units;
    private final PilotClock clock;

    DecideSelection(
            ReviewReceived projects,
            Recommendations recommendations,
            Selections selections,
            MeritSnapshots snapshots,
            Units units,
            PilotClock clock) {
        this.projects = projects;
        this.recommendations = recommendations;
        this.selections = selections;
        this.snapshots = snapshots;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Decides the selection.
     *
     * @throws Refusal if it names a project that was not received
     */
    @Transactional
    public void decide(String roundId, List<String> selected, String grounds, Actor lead) {
        Set<String> received =
                projects.received(roundId).stream().map(Application::id).collect(Collectors.toSet());
        selected.stream().filter(id -> !received.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.8", "selection.foreign", foreign);
        });
        checkLateLists(roundId);
        selections.replace(roundId, selected.stream().distinct().toList());
        snapshots.keep(roundId, UnitType.MINISTRY, Occasion.SELECTED, MeritOrder.NO_QUOTA, selected, lead);
        selections.decided(roundId, new Selections.Decision(lead.person(), clock.now(), grounds));
    }

    /** A list that comes through a window that was opened again is reviewed before the selection is decided. */
    private void checkLateLists(String roundId) {
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
    }

    /** The ministry publishes what was decided; {@link PublishSelection} does it, in its own time. */
    @Transactional
    public void toPublish(String roundId, Actor officer) {
        selections.toPublish(roundId, officer.person(), clock.now());
    }

    /** The selection is to be decided again. */
    @Transactional
    public void reopen(String roundId) {
        selections.clear(roundId);
        snapshots.setAside(roundId, UnitType.MINISTRY);
    }
}
