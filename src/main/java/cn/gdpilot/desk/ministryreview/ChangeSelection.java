package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the ministry upholds an objection to its public list, the selection changes, as long as it is not announced. */
@Component
class ChangeSelection implements OutcomeOwner {

    private final ReviewReceived projects;
    private final Selections selections;
    private final Applications applications;
    private final ReceivedAlike alike;
    private final Rounds rounds;
    private final PilotClock clock;

    ChangeSelection(
            ReviewReceived projects,
            Selections selections,
            Applications applications,
            ReceivedAlike alike,
            Rounds rounds,
            PilotClock clock) {
        this.projects = projects;
        this.selections = selections;
        this.applications = applications;
        this.alike = alike;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.ON_THE_SELECTION, Reversal.OFF_THE_SELECTION);
    }

    @Override
    public Plan check(Upheld upheld) {
        Application project = applications.get(upheld.applicationId());
        boolean selected = upheld.reversal() == Reversal.ON_THE_SELECTION;
        if (rounds.lock(upheld.roundId()).announcedAt() != null || selected && !received(project)) {
            throw Upheld.tooLate(project.state());
        }
        if (selected) {
            checkAdded(project);
        }
        return Plan.change(() -> selections.change(
                upheld.roundId(),
                project.id(),
                selected,
                new Selections.Decision(
                        upheld.by().person(), clock.now(), Texts.of("objection.upheld-because", upheld.grounds()))));
    }

    /** It is not selected yet, and no other of the selection may be the same project (R2.10). */
    private void checkAdded(Application project) {
        List<String> now = selections.of(project.roundId());
        if (now.contains(project.id())) {
            throw Refusal.conflict("objection.stands-already", project.id());
        }
        alike.checkAdded(
                project.id(),
                projects.received(project.roundId()).stream()
                        .filter(one -> now.contains(one.id()) || one.id().equals(project.id()))
                        .toList());
    }

    private boolean received(Application project) {
        return projects.received(project.roundId()).stream()
                .anyMatch(one -> one.id().equals(project.id()));
    }
}
