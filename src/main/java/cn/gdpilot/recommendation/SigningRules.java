package cn.gdpilot.recommendation;

import cn.gdpilot.audit.Actor;
import cn.gdpilot.quota.RankingChanges;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.wording.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a list may be signed: by other eyes than those that ranked, and only as the handler settled it. */
@Component
class SigningRules {

    private final RankingChanges changes;
    private final Recommendations recommendations;
    private final boolean fourEyes;

    SigningRules(
            RankingChanges changes,
            Recommendations recommendations,
            @Value("${pilot.recommendation.four-eyes:true}") boolean fourEyes) {
        this.changes = changes;
        this.recommendations = recommendations;
        this.fourEyes = fourEyes;
    }

    /**
     * Lets the lead sign.
     *
     * @throws Refusal if the lead had a hand in the order, or the order has changed since it was settled
     */
    void check(Recommendation list, Actor lead) {
        if (fourEyes && (lead.person().equals(list.rankedBy()) || changes.by(list, lead.person()))) {
            throw Refusal.conflict("signing.four-eyes");
        }
        if (list.changedSinceSettled()) {
            throw Refusal.conflict("signing.changed", recommendations.ranked(list).size());
        }
    }
}
