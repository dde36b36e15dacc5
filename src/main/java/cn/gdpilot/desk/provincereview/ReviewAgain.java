package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where the Department upholds an objection, a duplicate is none any more, what it did not forward is reviewed again, and
 * what its public list wrongly names or leaves out is put right: as long as its list is not signed (R3.5).
 */
@Component
class ReviewAgain implements OutcomeOwner {

    private final Applications applications;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final DuplicatePairs pairs;
    private final Publicities publicities;
    private final Lifting lifting;
    private final PilotClock clock;
    private final Rounds rounds;

    ReviewAgain(
            Applications applications,
            Recommendations recommendations,
            Opinions opinions,
            DuplicatePairs pairs,
            Publicities publicities,
            Lifting lifting,
            PilotClock clock,
            Rounds rounds) {
        this.rounds = rounds;
        this.applications = applications;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.pairs = pairs;
        this.publicities = publicities;
        this.lifting = lifting;
        this.clock = clock;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.NO_DUPLICATE, Reversal.REVIEWED_AGAIN, Reversal.ON_THE_LIST, Reversal.OFF_THE_LIST);
    }

    @Override
    public Plan check(Upheld upheld) {
        // Before the list, which the plan of another room locks with the round.
        rounds.lock(upheld.roundId());
        Reversal reversal = upheld.reversal();
        ApplicationState state = applications.lock(upheld.applicationId()).state();
        // A project that has ended already is off the list: only the public list shows it.
        boolean endedAlready = reversal == Reversal.OFF_THE_LIST && state.over();
        if (!listOpen(upheld.roundId()) || state != reversal.from() && !endedAlready) {
            throw Upheld.tooLate(state);
        }
        if (reversal == Reversal.ON_THE_LIST && stands(upheld)) {
            throw Refusal.conflict("objection.stands-already", upheld.applicationId());
        }
        return endedAlready ? Plan.NOTHING : Plan.change(() -> apply(upheld));
    }

    private boolean listOpen(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .map(list -> recommendations.lock(roundId, list.unitId()))
                .map(Recommendation::open)
                .orElse(true);
    }

    private boolean stands(Upheld upheld) {
        return publicities.newest(upheld.roundId(), Unit.DEPARTMENT).stream()
                .flatMap(list -> publicities.projects(list.id()).stream())
                .anyMatch(one -> one.stands() && one.applicationId().equals(upheld.applicationId()));
    }

    private void apply(Upheld upheld) {
        switch (upheld.reversal()) {
            case NO_DUPLICATE -> {
                // First: the lifted project is compared again, and its old verdict must not count.
                pairs.dropping(upheld.applicationId()).forEach(pair -> holdApart(pair, upheld));
                lifting.lift(upheld.applicationId(), upheld.by(), grounds(upheld));
            }
            case REVIEWED_AGAIN -> {
                opinions.setAside(UnitType.DEPARTMENT, upheld.applicationId(), upheld.grounds(), clock.now());
                step(upheld);
            }
            case OFF_THE_LIST -> {
                // First: what was dropped for it goes on again with the step.
                recommendations.drop(upheld.applicationId());
                step(upheld);
            }
            default -> {
                // A candidate that is put on the public list is one already.
            }
        }
    }

    private void holdApart(DuplicatePair pair, Upheld upheld) {
        pairs.holdApart(pair.id(), grounds(upheld).text(), upheld.by().person(), clock.now());
    }

    private void step(Upheld upheld) {
        applications.advance(upheld.applicationId(), upheld.reversal().to(), upheld.by(), grounds(upheld));
    }

    private static Grounds grounds(Upheld upheld) {
        return Grounds.byRule("R3.5", Texts.of("objection.upheld-because", upheld.grounds()));
    }
}
