package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.stereotype.Component;

/** Who is asked, as the model asks: {@code ${recommendationRouting.destination(campaignId, unit)}}. */
@Component
public class RecommendationRouting {

    private final Recommendations recommendations;

    RecommendationRouting(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** How far the unit's list is when its process begins: RANKING, or where it was when a window was opened again. */
    public String stage(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).state().name();
    }

    /** The office, and so the group, where the unit's materials must arrive. */
    public String destination(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).destination();
    }
}
