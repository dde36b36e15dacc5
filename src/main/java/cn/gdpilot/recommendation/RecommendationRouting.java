package cn.gdpilot.recommendation;

import cn.gdpilot.quota.Recommendations;
import org.springframework.stereotype.Component;

/** Who is asked, as the model asks: {@code ${recommendationRouting.destination(campaignId, unit)}}. */
@Component("recommendationRouting")
public class RecommendationRouting {

    private final Recommendations recommendations;

    RecommendationRouting(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** The office, and so the group, where the unit's materials must arrive. */
    public String destination(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).destination();
    }
}
