package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Department's decisions about projects before it ranks them. */
@Service
class ProvinceDesk {

    private final Units units;
    private final Applications applications;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final DuplicatePairs pairs;
    private final DuplicateFinder finder;
    private final StandsAgain standsAgain;
    private final PairSides sides;
    private final SameProjects sameProjects;
    private final Lifting lifting;
    private final LiftedDuplicates lifted;
    private final ProvinceLetters letters;
    private final PilotClock clock;

    ProvinceDesk(
            Units units,
            Applications applications,
            Recommendations recommendations,
            Opinions opinions,
            DuplicatePairs pairs,
            DuplicateFinder finder,
            StandsAgain standsAgain,
            PairSides sides,
            SameProjects sameProjects,
            Lifting lifting,
            LiftedDuplicates lifted,
            ProvinceLetters letters,
            PilotClock clock) {
        this.units = units;
        this.applications = applications;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.pairs = pairs;
        this.finder = finder;
        this.standsAgain = standsAgain;
        this.sides = sides;
        this.sameProjects = sameProjects;
        this.lifting = lifting;
        this.lifted = lifted;
        this.letters = letters;
        this.clock = clock;
    }

    /** The projects of the lists that have arrived in time. */
    List<Application> arrived(String roundId) {
        return recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.DEPARTMENT))
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .flatMap(list -> recommendations.ranked(list).stream())
                .map(applications::get)
                .filter(application -> application.state() == ApplicationState.RECOMMENDED)
                .toList();
    }

    /** The projects that have passed the first review and that no duplicate has displaced. */
    List<Application> reviewed(String roundId) {
        return applications.ofRound(roundId, Set.of(ApplicationState.REVIEWED));
    }

    /** The Department's opinion: what passes is reviewed, what does not is not forwarded. */
    @Transactional
    public void review(String applicationId, String outcome, String grounds, Actor officer) {
        Opinion opinion =
                opinions.give(UnitType.DEPARTMENT, applicationId, outcome, grounds, officer.person(), clock.now());
        if (opinion.passes()) {
            pass(applicationId, Grounds.byRule("R3.5", grounds), officer);
        } else {
            fail(applicationId, Grounds.byRule("R3.5", Texts.of("grounds.FIRST_REVIEW", opinion.grounds())), officer);
        }
    }

    /** Where it was reviewed before, taken off and put back, another may have come in for it meanwhile. */
    private void pass(String id, Grounds grounds, Actor officer) {
        Plan others = standsAgain.check(id, officer);
        applications.advance(id, ApplicationState.REVIEWED, officer, grounds);
        others.apply();
        others.tell();
    }

    private void fail(String id, Grounds grounds, Actor officer) {
        applications.advance(id, ApplicationState.NOT_FORWARDED, officer, grounds);
        letters.ended(EndLetter.NOT_FORWARDED, "not-forwarded/" + id, applications.get(id), grounds);
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
            if (pairs.decide(pair.id(), "SAME", kept, grounds, Actor.SYSTEM.person(), clock.now())) {
                drop(pair, pair.firstId(), pair.withPilot() ? "R2.5" : "R3.7", grounds, Actor.SYSTEM);
            }
        });
    }

    /** One applicant by its credit code, the table sure, and the other a running pilot or on a list that the Department can not change. */
    private boolean settledByRule(DuplicatePair pair) {
        return "SAME".equals(pair.verdict())
                && pairs.evidence(pair.id()).sameCode()
                && (pair.withPilot() || recommendedPastDepartment(applications.get(pair.secondId())));
    }

    private static boolean recommendedPastDepartment(Application application) {
        return PastDepartment.goes(application) && application.state() == ApplicationState.RECOMMENDED;
    }

    List<DuplicatePair> openPairs(String roundId) {
        return pairs.open(roundId);
    }

    /**
     * A person's decision about a pair. If both are one and the same project, what the CA or a central enterprise recommends
     * stands (R3.7), as does a pilot whose term runs (R2.5); of two that came through the Department, the one that the person keeps.
     */
    @Transactional
    public void resolve(String pairId, boolean same, String keep, String grounds, Actor officer) {
        DuplicatePair pair = pairs.get(pairId);
        if (!same) {
            pairs.resolve(pairId, "DISTINCT", null, grounds, officer.person(), clock.now());
            return;
        }
        if (pair.withPilot()) {
            yieldToPilot(pair, grounds, officer);
        } else {
            settle(pair, kept(pair, keep), grounds, officer);
        }
    }

    private void yieldToPilot(DuplicatePair pair, String grounds, Actor officer) {
        pairs.resolve(pair.id(), "SAME", null, grounds, officer.person(), clock.now());
        drop(pair, pair.firstId(), "R2.5", grounds, officer);
    }

    private void settle(DuplicatePair pair, String kept, String grounds, Actor officer) {
        String dropped = kept.equals(pair.firstId()) ? pair.secondId() : pair.firstId();
        holdInPlace(kept);
        pairs.resolve(pair.id(), "SAME", kept, grounds, officer.person(), clock.now());
        drop(pair, dropped, PastDepartment.ruleFor(applications.get(kept)), grounds, officer);
    }

    /** The kept project cannot be left out or withdrawn in the same instant: one of the two waits and sees what the other did. */
    private void holdInPlace(String kept) {
        Application stands = applications.lock(kept);
        if (stands.state().over()) {
            throw Refusal.conflict("duplicate.kept-gone", kept, Texts.label("state", stands.state()));
        }
    }

    private void drop(DuplicatePair pair, String dropped, String rule, String grounds, Actor officer) {
        Application duplicate = applications.get(dropped);
        if (duplicate.state() == ApplicationState.REVIEWED) {
            recommendations.drop(dropped);
            // Found late, experts may be reading it: they stop with the step.
            applications.advance(
                    dropped, ApplicationState.DUPLICATE, officer, Grounds.byRule(rule, judged(pair, grounds)));
            // The grounds may tell of the other project, which is not this applicant's to know.
            letters.ended(
                    EndLetter.DUPLICATE,
                    "duplicate/" + pair.id() + "/" + dropped,
                    duplicate,
                    Grounds.byRule(rule, Texts.of(pair.withPilot() ? "outcome.pilot" : "outcome.duplicate")));
        }
    }

    /** The grounds with what the table proposed, and in which version. */
    private static String judged(DuplicatePair pair, String grounds) {
        return pair.source() == null
                ? grounds
                : Texts.of(
                        "duplicate.judged", grounds, Texts.label("duplicate-verdict", pair.verdict()), pair.source());
    }

    private String kept(DuplicatePair pair, String keep) {
        Application second = applications.get(pair.secondId());
        if (PastDepartment.goes(second) && !second.state().over()) {
            return pair.secondId();
        }
        if (keep == null) {
            throw Refusal.invalid("duplicate.keep");
        }
        if ("FIRST".equals(keep)) {
            checkOurs(second);
            return pair.firstId();
        }
        return pair.secondId();
    }

    /** The dropped project must be the Department's to drop, or both would go to the ministry. */
    private void checkOurs(Application dropped) {
        if (dropped.state() != ApplicationState.REVIEWED && !dropped.state().over()) {
            throw Refusal.byRule(
                    "R2.10",
                    "duplicate.not-ours",
                    dropped.id(),
                    units.get(dropped.unitId()).name());
        }
    }

    /** If the one that stood is withdrawn, late or left out, the other is the Department's candidate again while its list is open. */
    @EventListener
    @Transactional
    public void reinstate(ApplicationClosed closed) {
        Application gone = applications.get(closed.applicationId());
        if (pairs.involves(gone.id()) && listOpen(gone.roundId())) {
            Grounds grounds = Grounds.byRule(PastDepartment.ruleFor(gone), Texts.of("duplicate.reinstated", gone.id()));
            sameProjects.freedBy(gone).forEach(id -> lifting.lift(id, Actor.SYSTEM, grounds));
        }
    }

    /** A signature in this instant is waited for: what comes back then would never be ranked. */
    private boolean listOpen(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .map(list -> recommendations.lock(roundId, list.unitId()))
                .map(Recommendation::open)
                .orElse(true);
    }
}
