package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.identity.UnitType;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each level lets experts score in a round; what a round does not say is taken from the settings. */
@Repository
public class ReviewPlans {

    private static final String COLUMNS =
            "select round_id, level_name as level, organised, experts, spread, answer_days, same_city_bars, average_name as average from review_plan ";

    private final JdbcClient jdbc;
    private final ReviewSettings settings;

    ReviewPlans(JdbcClient jdbc, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public ReviewPlan of(String roundId, UnitType level) {
        return jdbc.sql(COLUMNS + "where round_id = :round and level_name = :level")
                .param("round", roundId)
                .param("level", level.name())
                .query(ReviewPlan.class)
                .optional()
                .orElseGet(() -> new ReviewPlan(
                        roundId,
                        level,
                        settings.organised(),
                        settings.experts(),
                        settings.spread(),
                        settings.answerDays(),
                        settings.sameCityBars(),
                        Average.MEAN));
    }

    /** Writes a round's own plan; panels that are called from now on follow it. */
    public void write(ReviewPlan plan) {
        int known = jdbc.sql("""
                update review_plan set organised = :organised, experts = :experts, spread = :spread,
                  answer_days = :answerDays, same_city_bars = :sameCityBars, average_name = :average
                where round_id = :roundId and level_name = :level""").params(row(plan)).update();
        if (known == 0) {
            jdbc.sql("""
                    insert into review_plan (round_id, level_name, organised, experts, spread, answer_days, same_city_bars, average_name)
                    values (:roundId, :level, :organised, :experts, :spread, :answerDays, :sameCityBars, :average)""").params(row(plan)).update();
        }
    }

    private static Map<String, Object> row(ReviewPlan plan) {
        return Map.of(
                "roundId", plan.roundId(),
                "level", plan.level().name(),
                "organised", plan.organised(),
                "experts", plan.experts(),
                "spread", plan.spread(),
                "answerDays", plan.answerDays(),
                "sameCityBars", plan.sameCityBars(),
                "average", plan.average().name());
    }
}
