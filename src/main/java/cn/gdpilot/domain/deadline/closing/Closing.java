package cn.gdpilot.domain.deadline.closing;

import java.time.Instant;

/**
 * What a deadline closed, and how far the engine has followed.
 *
 * @param id           key
 * @param roundId      round
 * @param lastMoment   the deadline
 * @param closedAt     when nothing was open any more, by the database's clock
 * @param lists        how many lists had not arrived
 * @param applications how many applications were closed
 * @param followed     of how many the engine has ended what it had open
 * @param followedAt   when the last of them was; null while some wait
 */
public record Closing(
        long id,
        String roundId,
        Instant lastMoment,
        Instant closedAt,
        int lists,
        int applications,
        int followed,
        Instant followedAt) {}
