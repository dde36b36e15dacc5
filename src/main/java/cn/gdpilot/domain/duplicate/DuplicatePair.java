package cn.gdpilot.domain.duplicate;

import java.time.Instant;

/**
 * Two projects that may be one: two applications of a round, or an application and a pilot of an earlier round.
 *
 * @param id         key of the pair
 * @param roundId    round
 * @param firstId    the Department's candidate
 * @param secondId   the other, of whatever channel; null where the other is a pilot
 * @param similarity of the names, 0..1
 * @param verdict    the table's proposal
 * @param message    why
 * @param outcome    as a person decided; null until then
 * @param keptId     which application stands, if SAME; null where the pilot stands
 * @param grounds    the person's grounds
 * @param resolvedBy who decided
 * @param resolvedAt when
 * @param source     the table and its version that proposed the verdict; null for pairs from before it was kept
 * @param pilotId    the pilot that the first may be; null where the other is an application
 */
public record DuplicatePair(
        String id,
        String roundId,
        String firstId,
        String secondId,
        double similarity,
        DuplicateVerdict verdict,
        String message,
        DuplicateOutcome outcome,
        String keptId,
        String grounds,
        String resolvedBy,
        Instant resolvedAt,
        String source,
        Long pilotId) {

    /** True if the other side is a pilot of the register: it has no dossier in this round and always stands (R2.5). */
    public boolean withPilot() {
        return pilotId != null;
    }
}
