package cn.gdpilot.domain.scoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What holds where a round says nothing else.
 *
 * @param organised    whether experts score
 * @param experts      how many for a project
 * @param spread       points between highest and lowest beyond which one more is asked
 * @param answerDays   days until an expert is replaced
 * @param sameCityBars whether an expert of the applicant's city is biased
 * @param mostProjects how many projects of a round one expert gets at most
 * @param remindBefore how long before the end of an expert's days the reminder goes out, in the morning of a working day
 */
@ConfigurationProperties("pilot.review")
record ReviewSettings(
        boolean organised,
        int experts,
        int spread,
        int answerDays,
        boolean sameCityBars,
        int mostProjects,
        Duration remindBefore) {}
