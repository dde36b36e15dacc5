package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.KeptOrder;
import cn.gdpilot.desk.recommendation.ranking.Candidates;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.shortlist.ListSigned;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.shortlist.TypedReasons;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs a list: what stands on it is recommended from now on. */
@Service
public class SignList {

    private final Recommendations recommendations;
    private final Candidates candidates;
    private final SigningRules signing;
    private final NoneLeftBehind left;
    private final KeptOrder keptOrder;
    private final ListOutcome outcome;
    private final ZeroReport zero;
    private final ApplicationEventPublisher events;

    SignList(
            Recommendations recommendations,
            Candidates candidates,
            SigningRules signing,
            NoneLeftBehind left,
            KeptOrder keptOrder,
            ListOutcome outcome,
            ZeroReport zero,
            ApplicationEventPublisher events) {
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.signing = signing;
        this.left = left;
        this.keptOrder = keptOrder;
        this.outcome = outcome;
        this.zero = zero;
        this.events = events;
    }

    /**
     * Signs: the list is what is recommended from now on, and every other application of the unit ends.
     *
     * @param notAwaited why the unit waits no longer for what it has returned, as typed; null if it says nothing
     * @throws cn.gdpilot.domain.text.Refusal if the lead ranked, the list has changed, or an application is undecided
     */
    @Transactional
    public void sign(String roundId, String unitId, String notAwaited, Actor lead) {
        Recommendation list = recommendations.lock(roundId, unitId);
        signing.check(list, lead);
        TypedReasons reasons = left.read(list, notAwaited);
        left.check(list, reasons);
        Set<String> ranked = new HashSet<>(recommendations.ranked(list));
        keptOrder.keep(list, Occasion.SIGNED, lead);
        List<Application> all = candidates.of(roundId, unitId);
        // First: what comes back for one that is left out must not come to a list that nobody ranks any more.
        zero.sign(list, lead.person());
        outcome.decide(list, all, ranked, lead);
        left.close(list, reasons, lead);
        events.publishEvent(new ListSigned(roundId, unitId, list.destination()));
    }

    /** The lead sends the list back. */
    @Transactional
    public void giveBack(String roundId, String unitId) {
        recommendations.reopened(recommendations.lock(roundId, unitId));
    }
}
