package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles which of two projects that are one and the same goes on (R2.5, R2.10, R3.7). */
@Service
class SettleDuplicate {

    private final Units units;
    private final Applications applications;
    private final Recommendations recommendations;
    private final DuplicatePairs pairs;
    private final PairSides sides;
    private final ProvinceLetters letters;
    private final PilotClock clock;

    SettleDuplicate(
            Units units,
            Applications applications,
            Recommendations recommendations,
            DuplicatePairs pairs,
            PairSides sides,
            ProvinceLetters letters,
            PilotClock clock) {
        this.units = units;
        this.applications = applications;
        this.recommendations = recommendations;
        this.pairs = pairs;
        this.sides = sides;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * A person's decision about a pair. If both are one and the same project, what the CA or a central enterprise recommends
     * stands (R3.7), as does a pilot whose term runs (R2.5); of two that came through the Department, the one that the person keeps.
     *
     * @throws Refusal if the person keeps the one that does not stand by these rules
     */
    @Transactional
    public void resolve(String pairId, boolean same, Keep keep, String grounds, Actor officer) {
        DuplicatePair pair = pairs.get(pairId);
        if (!same) {
            pairs.resolve(pairId, DuplicateOutcome.DISTINCT, null, grounds, officer.person(), clock.now());
            return;
        }
        if (pair.withPilot()) {
            if (keep == Keep.FIRST) {
                throw Refusal.byRule("R2.5", "duplicate.pilot-stands");
            }
            yieldToPilot(pair, grounds, officer);
        } else {
            settle(pair, kept(pair, keep), grounds, officer);
        }
    }

    private void yieldToPilot(DuplicatePair pair, String grounds, Actor officer) {
        pairs.resolve(pair.id(), DuplicateOutcome.SAME, null, grounds, officer.person(), clock.now());
        drop(pair, pair.firstId(), "R2.5", grounds, officer);
    }

    private void settle(DuplicatePair pair, String kept, String grounds, Actor officer) {
        String dropped = kept.equals(pair.firstId()) ? pair.secondId() : pair.firstId();
        holdInPlace(kept);
        pairs.resolve(pair.id(), DuplicateOutcome.SAME, kept, grounds, officer.person(), clock.now());
        drop(pair, dropped, PastDepartment.ruleFor(applications.get(kept)), grounds, officer);
    }

    /** The kept project cannot be left out or withdrawn in the same instant: one of the two waits and sees what the other did. */
    private void holdInPlace(String kept) {
        Application stands = applications.lock(kept);
        if (stands.state().over()) {
            throw Refusal.conflict("duplicate.kept-gone", kept, Texts.label("state", stands.state()));
        }
    }

    /** The dropped project goes no further, and its applicant is told; nothing is done where it has gone meanwhile. */
    void drop(DuplicatePair pair, String dropped, String rule, String grounds, Actor officer) {
        Application duplicate = applications.get(dropped);
        if (duplicate.state() == ApplicationState.REVIEWED) {
            recommendations.drop(dropped);
            // Found late, experts may be reading it: they stop with the step.
            applications.advance(
                    dropped, ApplicationState.DUPLICATE, officer, Grounds.byRule(rule, judged(pair, grounds)));
            // The grounds may tell of another applicant's project, which is not this applicant's to know.
            letters.ended(
                    EndLetter.DUPLICATE,
                    "duplicate/" + pair.id() + "/" + dropped,
                    duplicate,
                    Grounds.byRule(rule, sides.told(dropped).orElseGet(() -> Texts.of("outcome.duplicate"))));
        }
    }

    /** The grounds with what the table proposed, and in which version. */
    private static String judged(DuplicatePair pair, String grounds) {
        return pair.source() == null
                ? grounds
                : Texts.of(
                        "duplicate.judged", grounds, Texts.label("duplicate-verdict", pair.verdict()), pair.source());
    }

    private String kept(DuplicatePair pair, Keep keep) {
        Application second = applications.get(pair.secondId());
        if (PastDepartment.standsFor(second)) {
            if (keep == Keep.FIRST) {
                throw pastDepartment(second);
            }
            return pair.secondId();
        }
        if (keep == null) {
            throw Refusal.invalid("duplicate.keep");
        }
        if (keep == Keep.FIRST) {
            checkOurs(second);
            return pair.firstId();
        }
        return pair.secondId();
    }

    /** R3.7 speaks of what has been recommended; before that, two ways of one project are one too many (R2.10). */
    private Refusal pastDepartment(Application second) {
        String unit = units.get(second.unitId()).name();
        return second.state().beforeRecommended()
                ? Refusal.byRule(
                        "R2.10",
                        "duplicate.past-department-yet",
                        second.id(),
                        unit,
                        Texts.label("state", second.state()))
                : Refusal.byRule("R3.7", "duplicate.past-department", second.id(), unit);
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
}
