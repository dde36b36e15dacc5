package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Texts;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where an objection is upheld after the announcement, the ministry's lead may add the project to the pilots. */
@Component
class SelectLate implements OutcomeOwner {

    private final MakePilot pilots;
    private final ReviewReceived projects;
    private final ReceivedAlike alike;
    private final Rounds rounds;

    SelectLate(MakePilot pilots, ReviewReceived projects, ReceivedAlike alike, Rounds rounds) {
        this.rounds = rounds;
        this.pilots = pilots;
        this.projects = projects;
        this.alike = alike;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.SELECTED_LATE);
    }

    @Override
    public Plan check(Upheld upheld) {
        // Before the application: of two alike that are added in one instant, the second sees the first among the
        // pilots.
        rounds.lock(upheld.roundId());
        alike.checkAdded(
                upheld.applicationId(),
                projects.compared(upheld.roundId()).stream()
                        .filter(one -> one.state() == ApplicationState.PILOT
                                || one.id().equals(upheld.applicationId()))
                        .toList());
        return pilots.selectLate(
                upheld.applicationId(), Texts.of("objection.upheld-because", upheld.grounds()), upheld.by());
    }
}
