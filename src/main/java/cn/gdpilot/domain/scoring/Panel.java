package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;

/**
 * The experts who score one project for one level.
 *
 * @param id            key
 * @param roundId       round
 * @param level         DEPARTMENT or MINISTRY
 * @param applicationId project
 * @param openedAt      when the first were appointed
 * @param closedAt      when all were in, or an officer ended it; null until then
 * @param closedBecause an officer's grounds for ending it early; null otherwise
 */
public record Panel(
        long id,
        String roundId,
        UnitType level,
        String applicationId,
        Instant openedAt,
        Instant closedAt,
        String closedBecause) {

    public boolean closed() {
        return closedAt != null;
    }
}
