package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Component;

/**
 * An empty list that is signed is a zero report (R4.8). It holds nothing that could be delivered, so the signature itself is
 * its arrival and must be in time.
 */
@Component
class ZeroReport {

    private final Recommendations recommendations;
    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final RecommendationLetters letters;
    private final PilotClock clock;

    ZeroReport(
            Recommendations recommendations,
            Rounds rounds,
            UnitDeadlines deadlines,
            RecommendationLetters letters,
            PilotClock clock) {
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Signs the list, whose row the caller has locked.
     *
     * @throws Refusal if it is a zero report without a reason, or one that comes too late
     */
    void sign(Recommendation list, String person) {
        if (!recommendations.ranked(list).isEmpty()) {
            recommendations.signed(list, person, clock.now());
            return;
        }
        if (list.zeroReason() == null) {
            throw Refusal.byRule("R3.6", "signing.zero-reason");
        }
        Deadline deadline = deadlines.delivery(list.roundId(), list.unitId());
        if (!deadline.includes(clock.now())) {
            throw Refusal.byRule(list.deadline().rule(), "signing.zero-late", deadline.text());
        }
        recommendations.reportedZero(list, person, clock.now());
        letters.zeroReported(rounds.get(list.roundId()), recommendations.get(list.roundId(), list.unitId()));
    }
}
