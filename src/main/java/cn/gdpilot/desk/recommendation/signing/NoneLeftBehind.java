package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.desk.recommendation.ranking.Undecided;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A signature decides on every application of the unit (R3.1, R3.6). What nobody has decided on holds it up, because a
 * signed list takes no more projects.
 */
@Component
class NoneLeftBehind {

    private final Undecided undecided;
    private final Applications applications;
    private final Units units;
    private final RecommendationLetters letters;

    NoneLeftBehind(Undecided undecided, Applications applications, Units units, RecommendationLetters letters) {
        this.undecided = undecided;
        this.applications = applications;
        this.units = units;
        this.letters = letters;
    }

    /** Reads why the unit waits no longer, as typed: with numbers only where several applications are returned. */
    TypedReasons read(Recommendation list, String notAwaited) {
        List<Application> returned = undecided.returned(list);
        return returned.size() == 1
                ? TypedReasons.ofOnly(returned.get(0).id(), notAwaited)
                : TypedReasons.of(notAwaited);
    }

    /**
     * Holds that the list may be signed; its row is locked by the caller, so that no acceptance comes in between.
     *
     * @param notAwaited reasons for not waiting for returned applications any longer
     * @throws Refusal if somebody has still to decide on an application; names each and the way out
     */
    void check(Recommendation list, TypedReasons notAwaited) {
        refuse(undecided.submitted(list), "signing.undecided");
        refuse(undecided.unreviewed(list), "signing.unreviewed");
        List<Application> returned = undecided.returned(list);
        notAwaited.holdNumbers(returned.stream().map(Application::id).toList());
        refuse(
                returned.stream()
                        .filter(one -> notAwaited.about(one.id()).isEmpty())
                        .toList(),
                "signing.not-corrected");
        refuse(undecided.withoutReason(list), "signing.no-reason");
    }

    /** Refuses the returned applications that the unit waits for no longer, and tells their applicants. */
    void close(Recommendation list, TypedReasons notAwaited, Actor lead) {
        Unit unit = units.get(list.unitId());
        for (Application returned : undecided.returned(list)) {
            Grounds grounds = EndGrounds.notAwaited(unit.name(), notAwaited.about(returned.id()));
            Application before = applications.advance(returned.id(), ApplicationState.REFUSED, lead, grounds);
            letters.notAwaited(before, unit, grounds);
        }
    }

    private static void refuse(List<Application> some, String key) {
        if (!some.isEmpty()) {
            throw Refusal.byRule("R3.6", key, Undecided.named(some));
        }
    }
}
