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
 * @param scoredAgainSince since when it awaits scores again, because an expert was taken off after it was closed; null if it never did
 */
public record Panel(
        long id,
        String roundId,
        UnitType level,
        String applicationId,
        Instant openedAt,
        Instant closedAt,
        String closedBecause,
        Instant scoredAgainSince) {

    public boolean closed() {
        return closedAt != null;
    }

    /**
     * True if its project had its place and may get another one. One that is scored for the first time, or whose reading was
     * broken off, had none.
     */
    public boolean scoredAgain() {
        return !closed() && scoredAgainSince != null;
    }
}
