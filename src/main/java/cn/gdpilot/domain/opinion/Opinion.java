package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;

/**
 * What a reviewer found.
 *
 * @param level         kind of the office that gave it
 * @param applicationId application
 * @param outcome       what the reviewer decided
 * @param grounds       in words
 * @param reviewer      who
 * @param at            when
 */
public record Opinion(
        UnitType level, String applicationId, ReviewOutcome outcome, String grounds, String reviewer, Instant at) {

    public boolean passes() {
        return outcome == ReviewOutcome.PASS;
    }
}
