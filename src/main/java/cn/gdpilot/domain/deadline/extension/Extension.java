package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import java.time.Instant;

/**
 * A later deadline that was asked for.
 *
 * @param id        key
 * @param roundId   round
 * @param unitId    the one unit that it is for; null for all
 * @param kind      which deadline
 * @param was       the date before
 * @param becomes   the date asked for
 * @param grounds   why
 * @param askedBy   who asked
 * @param askedAt   when
 * @param decidedBy who decided; null while nobody has, and where it was taken back
 * @param decidedAt when that was, or when whoever asked has taken it back; null while it is open
 * @param granted   what was decided; null while nothing is
 * @param reopens   true if the deadline had passed: those who missed it may deliver after all
 */
public record Extension(
        long id,
        String roundId,
        String unitId,
        DeadlineKind kind,
        Instant was,
        Instant becomes,
        String grounds,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean granted,
        boolean reopens) {

    public String wasText() {
        return new Deadline(was).text();
    }

    public String becomesText() {
        return new Deadline(becomes).text();
    }
}
