package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.springframework.stereotype.Component;

/** Who is asked, as the model asks: {@code ${recommendationRouting.destination(campaignId, unit)}}. */
@Component
public class RecommendationRouting {

    private final Recommendations recommendations;

    RecommendationRouting(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** How far the unit's list is when its process begins: RANKING, or where it was when a window was opened again. */
    @ForModels(
            name = "名单所处阶段",
            help = "单位名单当前的阶段，用于网关条件。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "名单状态，如 RANKING；重新开放后为原来的阶段。",
            in = "recommendation")
    public String stage(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).state().name();
    }

    /** The office, and so the group, where the unit's materials must arrive. */
    @ForModels(
            name = "材料接收单位",
            help = "单位材料须送达的单位，可用作候选组。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "单位编号，如 dept-44、ministry。",
            in = "recommendation")
    public String destination(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).destination();
    }
}
