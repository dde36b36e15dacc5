package cn.gdpilot.domain.calendar;

import java.time.Instant;

/**
 * A round that an officer asked to open.
 *
 * @param instance         the process instance that was begun for it
 * @param title            as the officer named it
 * @param noticeNumber     文号, may be empty
 * @param cityDeadline     city → Department (R4.1)
 * @param ministryDeadline every recommending unit → ministry (R4.3)
 * @param secondPerson     true if a second person of the Department must confirm it
 * @param askedBy          who asked
 * @param askedAt          when
 * @param decidedBy        the second person; null while nobody has answered
 * @param decidedAt        when
 * @param confirmed        the answer; null while there is none
 * @param decidedGrounds   why it does not open; null where it does
 * @param roundId          the round that was opened; null until then
 */
public record RoundOpening(
        String instance,
        String title,
        String noticeNumber,
        Instant cityDeadline,
        Instant ministryDeadline,
        boolean secondPerson,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        Boolean confirmed,
        String decidedGrounds,
        String roundId) {

    /** True if nothing stands in the way of the round any more, and it is not open yet. */
    public boolean granted() {
        return roundId == null && (!secondPerson || Boolean.TRUE.equals(confirmed));
    }

    /** True while the second person's answer is awaited. */
    public boolean toConfirm() {
        return secondPerson && decidedAt == null;
    }

    /** The year of the round: that of the cities' deadline; 24:00 belongs to the day that it ends. */
    public int year() {
        return cityDeadline.minusMillis(1).atZone(PilotClock.GUANGDONG).getYear();
    }
}
