package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.KeptOrder;
import cn.gdpilot.desk.recommendation.ranking.Candidates;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.ListSigned;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final LeftOutReasons reasons;
    private final KeptOrder keptOrder;
    private final ListOutcome outcome;
    private final PilotClock clock;
    private final ApplicationEventPublisher events;

    SignList(
            Recommendations recommendations,
            Candidates candidates,
            SigningRules signing,
            LeftOutReasons reasons,
            KeptOrder keptOrder,
            ListOutcome outcome,
            PilotClock clock,
            ApplicationEventPublisher events) {
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.signing = signing;
        this.reasons = reasons;
        this.keptOrder = keptOrder;
        this.outcome = outcome;
        this.clock = clock;
        this.events = events;
    }

    /** Signs: whoever ranked may not sign; the list is what is recommended from now on. */
    @Transactional
    public void sign(String roundId, String unitId, Actor lead) {
        Recommendation list = recommendations.lock(roundId, unitId);
        signing.check(list, lead);
        Map<String, String> left = reasons.of(list);
        Set<String> ranked = new HashSet<>(recommendations.ranked(list));
        keptOrder.keep(list, Occasion.SIGNED, lead);
        List<Application> all = candidates.of(roundId, unitId);
        // First: what comes back for one that is left out must not come to a list that nobody ranks any more.
        recommendations.signed(list, lead.person(), clock.now());
        outcome.decide(list, all, ranked, left, lead);
        events.publishEvent(new ListSigned(roundId, unitId, list.destination()));
    }

    /** The lead sends the list back. */
    @Transactional
    public void giveBack(String roundId, String unitId) {
        recommendations.reopened(recommendations.lock(roundId, unitId));
    }
}
