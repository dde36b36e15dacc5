package cn.gdpilot.domain.opinion;

import java.time.Instant;

/**
 * What a reviewer found.
 *
 * @param levelName     DEPARTMENT, COMMS_ADMIN or MINISTRY
 * @param applicationId application
 * @param outcome       what the reviewer decided
 * @param grounds       in words
 * @param reviewer      who
 * @param at            when
 */
public record Opinion(
        String levelName, String applicationId, ReviewOutcome outcome, String grounds, String reviewer, Instant at) {

    public boolean passes() {
        return outcome == ReviewOutcome.PASS;
    }
}
