package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.identity.UnitType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each level lets experts score in a round; what a round does not say is taken from the settings. */
@Repository
public class ReviewPlans {

    private final JdbcClient jdbc;
    private final ReviewSettings settings;

    ReviewPlans(JdbcClient jdbc, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public ReviewPlan of(String roundId, UnitType level) {
        return jdbc.sql("select * from review_plan where round_id = :round and level_name = :level")
                .param("round", roundId)
                .param("level", level.name())
                .query(ReviewPlan.class)
                .optional()
                .orElseGet(() -> new ReviewPlan(
                        roundId,
                        level.name(),
                        settings.organised(),
                        settings.experts(),
                        settings.spread(),
                        settings.answerDays(),
                        settings.sameCityBars(),
                        Average.MEAN.name()));
    }

    /** Writes a round's own plan; panels that are called from now on follow it. */
    public void write(ReviewPlan plan) {
        int known = jdbc.sql("""
                update review_plan set organised = :organised, experts = :experts, spread = :spread,
                  answer_days = :answerDays, same_city_bars = :sameCityBars, average_name = :averageName
                where round_id = :roundId and level_name = :levelName""").paramSource(plan).update();
        if (known == 0) {
            jdbc.sql("""
                    insert into review_plan (round_id, level_name, organised, experts, spread, answer_days, same_city_bars, average_name)
                    values (:roundId, :levelName, :organised, :experts, :spread, :answerDays, :sameCityBars, :averageName)""").paramSource(plan).update();
        }
    }
}
