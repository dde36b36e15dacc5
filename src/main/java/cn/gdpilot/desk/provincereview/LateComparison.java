package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.LatePairs;
import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.pilot.PilotsEntered;
import cn.gdpilot.domain.project.ApplicationAccepted;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.ListSigned;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Central enterprises and Shenzhen may accept and sign until the ministry's deadline, long after the Department has looked
 * for duplicates, and an earlier list of pilots may come in late: what changes then is compared at once, while the
 * Department's own list is open (R2.5, R3.7).
 */
@Component
class LateComparison implements Neighbour {

    private final FindDuplicates duplicates;
    private final Applications applications;
    private final Recommendations recommendations;
    private final Rounds rounds;
    private final GoAhead goAhead;
    private final ApplicationEventPublisher events;

    LateComparison(
            FindDuplicates duplicates,
            Applications applications,
            Recommendations recommendations,
            Rounds rounds,
            GoAhead goAhead,
            ApplicationEventPublisher events) {
        this.duplicates = duplicates;
        this.applications = applications;
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.goAhead = goAhead;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void compare(ListSigned signed) {
        if (signed.destination().equals(Unit.MINISTRY) && !signed.unitId().equals(Unit.DEPARTMENT)) {
            compare(rounds.get(signed.roundId()));
        }
    }

    /** What is accepted past the Department may be recommended: nobody waits for the signature to compare it. */
    @EventListener
    @Transactional
    public void compare(ApplicationAccepted accepted) {
        if (accepted.channel() != UnitType.CITY) {
            compare(rounds.get(accepted.roundId()));
        }
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.RECOMMENDED_LATE);
    }

    /** What an upheld objection adds to a list past the Department is recommended at once. */
    @Override
    public Plan check(Upheld upheld) {
        return applications.get(upheld.applicationId()).channel() == UnitType.CITY
                ? Plan.NOTHING
                : Plan.word(() -> compare(rounds.get(upheld.roundId())));
    }

    @EventListener
    @Transactional
    public void compare(PilotsEntered entered) {
        rounds.all().stream().filter(Round::open).forEach(this::compare);
    }

    /** Before the branches have met nothing is compared. */
    private void compare(Round round) {
        boolean open = recommendations
                .find(round.id(), Unit.DEPARTMENT)
                .map(Recommendation::open)
                .orElse(true);
        if (open && goAhead.branchesMet(round.id())) {
            duplicates.findDuplicates(round.id());
            if (!duplicates.openPairs(round.id()).isEmpty()) {
                events.publishEvent(new LatePairs(round.id()));
            }
        }
    }
}
