package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the selection (R3.8). */
@Service
class PublishSelection {

    private final ReadyToSelect ready;
    private final ReviewReceived projects;
    private final Selections selections;
    private final Applications applications;
    private final MakePilot pilots;
    private final MinistryLetters letters;
    private final Rounds rounds;
    private final PilotClock clock;

    PublishSelection(
            ReadyToSelect ready,
            ReviewReceived projects,
            Selections selections,
            Applications applications,
            MakePilot pilots,
            MinistryLetters letters,
            Rounds rounds,
            PilotClock clock) {
        this.ready = ready;
        this.projects = projects;
        this.selections = selections;
        this.applications = applications;
        this.pilots = pilots;
        this.letters = letters;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * Publishes: the selected become pilots for two years, everybody is told, the round is over.
     *
     * @throws Refusal if nobody of the ministry has said that this selection is published (R3.8), or something is on its way
     */
    @Transactional
    public void publish(String roundId) {
        if (!selections.isToBePublished(roundId)) {
            throw Refusal.byRule("R3.8", "selection.not-to-publish");
        }
        ready.check(roundId);
        List<Application> received = projects.received(roundId);
        // One withdrawn in the last instant is not counted.
        Set<String> selected = received.stream().map(Application::id).collect(Collectors.toSet());
        selected.retainAll(selections.of(roundId));
        Optional<Selections.Decision> lead = selections.decision(roundId);
        Map<String, Selections.Decision> changed = selections.changes(roundId);
        for (Application application : received) {
            // A change that an upheld objection made is not the lead's decision.
            Optional<Selections.Decision> own = Optional.ofNullable(changed.get(application.id()));
            Actor decider = own.or(() -> lead)
                    .map(one -> new Actor(one.decidedBy(), Unit.MINISTRY))
                    .orElse(Actor.SYSTEM);
            if (selected.contains(application.id())) {
                String why =
                        own.or(() -> lead).map(Selections.Decision::grounds).orElse(null);
                pilots.make(application, decider, why);
                letters.result(LetterKind.SELECTED, "result/" + application.id(), application, why);
            } else {
                Grounds why = own.map(changedFor -> Grounds.byRule("R3.8", changedFor.grounds()))
                        .orElseGet(() -> whyNot(application, selected.size()));
                leaveOut(application, decider, why);
            }
        }
        rounds.announced(roundId, clock.now());
        letters.announced(roundId, selected.size());
    }

    private void leaveOut(Application application, Actor decider, Grounds why) {
        applications.advance(application.id(), ApplicationState.NOT_SELECTED, decider, why);
        letters.result(EndLetter.NOT_SELECTED.kind(), "result/" + application.id(), application, why.text());
    }

    private Grounds whyNot(Application application, int selected) {
        return EndGrounds.notSelected(
                selected,
                projects.opinion(application).orElse(null),
                selections
                        .whyPassedOver(application.roundId(), application.id())
                        .orElse(null));
    }
}
