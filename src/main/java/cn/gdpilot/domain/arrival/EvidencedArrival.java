package cn.gdpilot.domain.arrival;

import java.time.Instant;

/**
 * An arrival that was entered later, with its evidence (R4.7).
 *
 * @param id               key
 * @param recommendationId the list that arrived
 * @param arrivedAt        when it arrived, as the evidence shows
 * @param kind             what shows it
 * @param words            number of the stamp or of the courier, or what the picture shows
 * @param picture          key in the store; null where there is none
 * @param askedBy          who entered it
 * @param askedAt          when
 * @param decidedBy        who decided; null while nobody has, and where other evidence was accepted before
 * @param decidedAt        when
 * @param granted          what was decided; null while nothing is
 */
public record EvidencedArrival(
        long id,
        String recommendationId,
        Instant arrivedAt,
        Kind kind,
        String words,
        String picture,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean granted) {

    /** What shows when a list arrived. */
    public enum Kind {
        /** A stamp of the office that received it. */
        STAMP,
        /** The time at which the courier handed it over. */
        COURIER,
        /** A photograph. */
        PHOTO
    }
}
