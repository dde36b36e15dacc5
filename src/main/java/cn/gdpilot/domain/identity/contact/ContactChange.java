package cn.gdpilot.domain.identity.contact;

import java.time.Instant;

/**
 * A change of an office's contact data that one person asks for and another decides.
 *
 * @param id         key
 * @param unitId     the office
 * @param data       what is to hold
 * @param grounds    why
 * @param proposedBy account of the proposer
 * @param proposedAt when
 * @param decidedBy  account of the decider; null while it is open
 * @param decidedAt  when; null while it is open
 * @param decision   what became of it; null while it is open
 * @param note       why it was refused; null otherwise
 */
public record ContactChange(
        long id,
        String unitId,
        ContactData data,
        String grounds,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        Decision decision,
        String note) {

    /** What became of a change. */
    public enum Decision {
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }
}
