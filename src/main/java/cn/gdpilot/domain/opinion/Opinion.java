package cn.gdpilot.domain.opinion;

import java.time.Instant;

/**
 * What a reviewer found.
 *
 * @param levelName     DEPARTMENT, COMMS_ADMIN or MINISTRY
 * @param applicationId application
 * @param outcome       PASS or FAIL
 * @param grounds       in words
 * @param reviewer      who
 * @param at            when
 */
public record Opinion(
        String levelName, String applicationId, String outcome, String grounds, String reviewer, Instant at) {

    public boolean passes() {
        return "PASS".equals(outcome);
    }
}
