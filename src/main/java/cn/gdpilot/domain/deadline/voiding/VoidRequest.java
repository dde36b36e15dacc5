package cn.gdpilot.domain.deadline.voiding;

import java.time.Instant;

/**
 * A round that an officer wants to be void.
 *
 * @param id        key
 * @param roundId   round
 * @param reason    why, as applicants and units read it
 * @param alone     true where one person was enough, in a rehearsal
 * @param askedBy   who asked
 * @param askedAt   when
 * @param decidedBy who decided; null while nobody has
 * @param decidedAt when
 * @param granted   what was decided; null while nothing is
 */
public record VoidRequest(
        long id,
        String roundId,
        String reason,
        boolean alone,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean granted) {}
