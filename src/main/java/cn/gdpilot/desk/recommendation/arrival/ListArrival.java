package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes that a list has arrived: its state, its receipt, and the letter to its unit. */
@Component
class ListArrival {

    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final ArrivalRule rule;
    private final ArrivalReceipts receipts;
    private final RecommendationLetters letters;
    private final Rounds rounds;

    ListArrival(
            Recommendations recommendations,
            Deliveries deliveries,
            ArrivalRule rule,
            ArrivalReceipts receipts,
            RecommendationLetters letters,
            Rounds rounds) {
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.rule = rule;
        this.receipts = receipts;
        this.letters = letters;
        this.rounds = rounds;
    }

    /**
     * Notes it within the caller's transaction, which holds the list. A list that has arrived already gets a further receipt once
     * it is complete.
     */
    void note(Recommendation list, Delivery there, Instant now) {
        boolean complete = there.missing(list).isEmpty();
        if (list.state() == State.ARRIVED) {
            if (complete) {
                receipts.issue(list, there);
            }
            return;
        }
        recommendations.arrived(
                list, rule.firstPieceCounts() ? deliveries.firstArrival(list).orElse(now) : now);
        Recommendation arrived = recommendations.get(list.roundId(), list.unitId());
        String number = receipts.issue(arrived, there).number();
        letters.arrived(rounds.get(list.roundId()), arrived, number, there.missing(list));
    }
}
