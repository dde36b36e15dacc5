package cn.gdpilot.domain.calendar;

import java.time.Instant;

/**
 * A change of a running round's list that a person asked for.
 *
 * @param id             key
 * @param roundId        round
 * @param list           name of the list
 * @param basedOn        edition that the person saw
 * @param content        whole text
 * @param grounds        why
 * @param askedBy        who asked
 * @param askedAt        when
 * @param decidedBy      who decided; null while nobody has
 * @param decidedAt      when
 * @param released       what was decided; null while nothing is
 * @param decidedGrounds why not; null where it was released
 */
public record RoundListChange(
        long id,
        String roundId,
        String list,
        int basedOn,
        String content,
        String grounds,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean released,
        String decidedGrounds) {}
