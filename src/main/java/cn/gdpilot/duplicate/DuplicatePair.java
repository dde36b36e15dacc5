package cn.gdpilot.duplicate;

import java.time.Instant;

/**
 * Two applications that may be one project.
 *
 * @param id         key of the pair
 * @param roundId    round
 * @param firstId    the Department's candidate
 * @param secondId   the other, of whatever channel
 * @param similarity of the names, 0..1
 * @param verdict    the table's proposal: SAME or SUSPECT
 * @param message    why
 * @param outcome    SAME or DISTINCT as a person decided; null until then
 * @param keptId     which stands, if SAME
 * @param grounds    the person's grounds
 * @param resolvedBy who decided
 * @param resolvedAt when
 * @param source     the table and its version that proposed the verdict; null for pairs from before it was kept
 */
public record DuplicatePair(
        String id,
        String roundId,
        String firstId,
        String secondId,
        double similarity,
        String verdict,
        String message,
        String outcome,
        String keptId,
        String grounds,
        String resolvedBy,
        Instant resolvedAt,
        String source) {}
