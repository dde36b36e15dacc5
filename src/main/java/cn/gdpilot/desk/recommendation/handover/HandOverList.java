package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that the materials of a list have left its unit. */
@Service
public class HandOverList {

    private final Rounds rounds;
    private final Recommendations recommendations;
    private final RecommendationLetters letters;
    private final PilotClock clock;

    HandOverList(Rounds rounds, Recommendations recommendations, RecommendationLetters letters, PilotClock clock) {
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Notes that the materials have left.
     *
     * @throws Refusal if what the unit says of it can not be
     */
    @Transactional
    public void handOver(String roundId, String unitId, Dispatch.Said said) {
        Recommendation list = recommendations.lock(roundId, unitId);
        Dispatch dispatch = Dispatch.of(said, list.signedAt(), clock.now());
        recommendations.sent(list, dispatch.by(), dispatch.courierNumber(), dispatch.at());
        letters.sent(rounds.get(roundId), recommendations.get(roundId, unitId));
    }
}
