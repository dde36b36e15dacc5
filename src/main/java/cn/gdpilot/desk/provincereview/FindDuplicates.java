package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for projects that come twice, and settles what a rule decides (R2.5, R3.7). */
@Service
class FindDuplicates {

    private final DuplicateFinder finder;
    private final DuplicatePairs pairs;
    private final PairSides sides;
    private final LiftedDuplicates lifted;
    private final SettleDuplicate settle;
    private final Applications applications;
    private final PilotClock clock;

    FindDuplicates(
            DuplicateFinder finder,
            DuplicatePairs pairs,
            PairSides sides,
            LiftedDuplicates lifted,
            SettleDuplicate settle,
            Applications applications,
            PilotClock clock) {
        this.finder = finder;
        this.pairs = pairs;
        this.sides = sides;
        this.lifted = lifted;
        this.settle = settle;
        this.applications = applications;
        this.clock = clock;
    }

    /** The review compares all that it has, and so takes up what has come back. */
    @Transactional
    public void lookForDuplicates(String roundId) {
        lifted.takenUp(roundId, clock.now());
        findDuplicates(roundId);
    }

    /** Finds the pairs of the round; what a rule settles is settled, the others wait for a person. */
    @Transactional
    public void findDuplicates(String roundId) {
        finder.find(roundId);
        pairs.open(roundId).stream().filter(this::settledByRule).forEach(pair -> {
            String kept = pair.withPilot() ? null : pair.secondId();
            String grounds = pair.withPilot()
                    ? Texts.of("duplicate.by-pilot", sides.second(pair).number(), Clauses.of("R2.5"))
                    : Texts.of("duplicate.by-rule", kept, Clauses.of("R3.7"));
            // A person who decides it in this instant is not overruled.
            if (pairs.decide(pair.id(), DuplicateOutcome.SAME, kept, grounds, Actor.SYSTEM.person(), clock.now())) {
                settle.drop(pair, pair.firstId(), pair.withPilot() ? "R2.5" : "R3.7", grounds, Actor.SYSTEM);
            }
        });
    }

    /** True if both have one credit code, the table is sure, and the other is a running pilot or on a list that the Department cannot change. */
    private boolean settledByRule(DuplicatePair pair) {
        return pair.verdict() == DuplicateVerdict.SAME
                && pairs.evidence(pair.id()).sameCode()
                && (pair.withPilot() || recommendedPastDepartment(applications.get(pair.secondId())));
    }

    private static boolean recommendedPastDepartment(Application application) {
        return PastDepartment.goes(application) && application.state() == ApplicationState.RECOMMENDED;
    }

    List<DuplicatePair> openPairs(String roundId) {
        return pairs.open(roundId);
    }

    /** Projects that may still turn out to be another one: they go no further before that is decided. */
    Set<String> undecided(String roundId) {
        return pairs.undecided(roundId);
    }
}
