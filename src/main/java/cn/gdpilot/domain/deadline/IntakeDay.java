package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import java.time.Instant;

/**
 * A unit's own last day for its applicants, as one of its people asked for it (R4.6).
 *
 * @param id         key
 * @param roundId    round
 * @param unitId     unit
 * @param lastMoment until when it takes applications
 * @param askedBy    who asked
 * @param askedAt    when
 * @param decidedBy  the lead who decided; null while nobody has
 * @param decidedAt  when
 * @param granted    what was decided; null while nothing is
 */
public record IntakeDay(
        long id,
        String roundId,
        String unitId,
        Instant lastMoment,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean granted) {

    public String text() {
        return new Deadline(lastMoment).text();
    }
}
