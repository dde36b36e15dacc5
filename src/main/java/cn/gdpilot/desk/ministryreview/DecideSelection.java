package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead's selection, until it is published (R3.8). */
@Service
class DecideSelection {

    private final ReviewReceived projects;
    private final ReceivedOrder order;
    private final ReadyToSelect ready;
    private final Selections selections;
    private final MeritSnapshots snapshots;
    private final RecordBook book;
    private final ReceivedAlike alike;
    private final PilotClock clock;

    DecideSelection(
            ReviewReceived projects,
            ReceivedOrder order,
            ReadyToSelect ready,
            Selections selections,
            MeritSnapshots snapshots,
            RecordBook book,
            ReceivedAlike alike,
            PilotClock clock) {
        this.alike = alike;
        this.projects = projects;
        this.order = order;
        this.ready = ready;
        this.selections = selections;
        this.snapshots = snapshots;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Decides the selection.
     *
     * @throws Refusal if it names a project that was not received, one that the review failed, passes over a better one without a reason, selects none without saying so twice, or
     *     selects two that may be one (R2.10)
     */
    @Transactional
    public void decide(String roundId, Chosen chosen, Actor lead) {
        List<String> selected = chosen.selected().stream().distinct().toList();
        if (selected.isEmpty() && !chosen.none()) {
            throw Refusal.byRule("R3.8", "selection.none");
        }
        if (!selected.isEmpty() && chosen.none()) {
            throw Refusal.byRule("R3.8", "selection.not-none", selected.size());
        }
        ready.check(roundId);
        List<Application> all = projects.received(roundId);
        Set<String> received = all.stream().map(Application::id).collect(Collectors.toSet());
        selected.stream().filter(id -> !received.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.8", "selection.foreign", foreign);
        });
        List<Application> chosenOnes =
                all.stream().filter(one -> selected.contains(one.id())).toList();
        holdPassed(chosenOnes);
        alike.checkSelected(chosenOnes);
        Map<String, String> passedOver = reasons(roundId, selected, TypedReasons.of(chosen.whyPassedOver()));
        selections.replace(roundId, selected);
        selections.passedOver(roundId, passedOver);
        snapshots.keep(roundId, UnitType.MINISTRY, Occasion.SELECTED, MeritOrder.NO_QUOTA, selected, lead);
        selections.decided(roundId, new Selections.Decision(lead.person(), clock.now(), chosen.grounds()));
        passedOver.forEach((id, reason) -> book.write(RecordEvent.of(lead, "selection.passed-over", id, reason)));
    }

    /** The ministry reviews before it selects (R3.8): what its own review failed is not selected, unless an upheld objection has put it on since. */
    private void holdPassed(List<Application> selected) {
        List<Application> failed = selected.stream()
                .filter(one -> projects.opinion(one)
                        .filter(opinion ->
                                !opinion.passes() && !selections.isPutOnSince(one.roundId(), one.id(), opinion.at()))
                        .isPresent())
                .toList();
        if (!failed.isEmpty()) {
            throw Refusal.byRule("R3.8", "selection.failed", named(failed));
        }
    }

    private static String named(List<Application> projects) {
        return projects.stream()
                .map(one -> Texts.of("signing.named", one.id(), one.projectName()))
                .collect(Collectors.joining(Texts.of("signing.named-between")));
    }

    /** The reason for each project that stands before a selected one and is not selected. */
    private Map<String, String> reasons(String roundId, List<String> selected, TypedReasons typed) {
        List<Application> over = order.passedOver(roundId, selected);
        typed.holdNumbers(over.stream().map(Application::id).toList());
        List<Application> unexplained =
                over.stream().filter(one -> typed.about(one.id()).isEmpty()).toList();
        if (!unexplained.isEmpty()) {
            throw Refusal.byRule("R3.8", "selection.passed-over", named(unexplained));
        }
        return over.stream().collect(Collectors.toMap(Application::id, one -> typed.about(one.id())));
    }

    /**
     * The ministry publishes what was decided; {@link PublishSelection} does it, in its own time.
     *
     * @throws Refusal if something is on its way to the ministry, or waits for a review: the announcement would lose it; if a
     *     selected project has been withdrawn meanwhile, or two that may be one are selected (R2.10)
     */
    @Transactional
    public void toPublish(String roundId, Actor officer) {
        ready.check(roundId);
        holdStillThere(roundId);
        selections.toPublish(roundId, officer.person(), clock.now());
    }

    /** What was decided is still there, and an objection has not put the other of a pair beside it since. */
    private void holdStillThere(String roundId) {
        List<Application> received = projects.received(roundId);
        Set<String> there = received.stream().map(Application::id).collect(Collectors.toSet());
        List<String> selected = selections.of(roundId);
        List<String> gone = selected.stream().filter(id -> !there.contains(id)).toList();
        if (!gone.isEmpty()) {
            throw Refusal.conflict("selection.gone", String.join("、", gone));
        }
        alike.checkSelected(
                received.stream().filter(one -> selected.contains(one.id())).toList());
    }

    /** The selection is to be decided again. */
    @Transactional
    public void reopen(String roundId) {
        selections.clear(roundId);
        snapshots.setAside(roundId, UnitType.MINISTRY);
    }

    /**
     * What the lead decided.
     *
     * @param selected      numbers; empty only if {@code none}
     * @param none          the lead has ticked that no project is selected
     * @param whyPassedOver reasons as typed, for projects that stand before a selected one; null if nothing was
     * @param grounds       why these, or none
     */
    record Chosen(List<String> selected, boolean none, String whyPassedOver, String grounds) {}
}
