package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a list's materials left its unit.
 *
 * @param by            who brought or sent them
 * @param courierNumber courier's number; null where somebody brings them
 * @param at            when they left
 */
public record Dispatch(String by, String courierNumber, Instant at) {

    /**
     * Reads what the unit says.
     *
     * @param signedAt when the list was signed; nothing leaves before
     * @param now      the present moment; nothing leaves later
     * @throws Refusal if a name is missing, the courier's number is none, or the time is malformed or can not be
     */
    public static Dispatch of(Said said, Instant signedAt, Instant now) {
        if (said.by() == null) {
            throw Refusal.invalid("hand-over.by");
        }
        String by = PlainName.check("sentBy", said.by());
        if (TextLimit.PERSON.exceededBy(by)) {
            throw Refusal.invalid("hand-over.by-long", TextLimit.PERSON.length());
        }
        if (said.courierNumber() != null && !said.courierNumber().matches("[A-Za-z0-9-]{6,40}")) {
            throw Refusal.invalid("hand-over.courier");
        }
        return new Dispatch(by, said.courierNumber(), time(said.at(), signedAt, now));
    }

    private static Instant time(String said, Instant signedAt, Instant now) {
        if (said == null) {
            return now;
        }
        Instant at;
        try {
            at = RoundDates.parse(said);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("hand-over.time");
        }
        if (at.isAfter(now)) {
            throw Refusal.invalid("hand-over.future");
        }
        // Forms know minutes only: what left in the minute of the signature left after it.
        if (at.isBefore(signedAt.truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.invalid("hand-over.before-signing");
        }
        return at;
    }

    /**
     * What the unit wrote; each may be null.
     *
     * @param by            who brought or sent them
     * @param courierNumber courier's number
     * @param at            when they left, Guangdong's time; null = now
     */
    public record Said(String by, String courierNumber, String at) {}
}
