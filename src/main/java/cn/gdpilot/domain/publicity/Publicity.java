package cn.gdpilot.domain.publicity;

import java.time.Instant;

/**
 * A list that is, or was, public.
 *
 * @param id       key
 * @param roundId  round
 * @param unitId   whose list
 * @param openedBy account of the officer who opened it; not for the public
 * @param openedAt since when
 * @param endsAt   first moment at which no objection is taken any more
 * @param closedAt when it was over, all objections answered; null until then
 */
public record Publicity(
        long id, String roundId, String unitId, String openedBy, Instant openedAt, Instant endsAt, Instant closedAt) {

    /** True if objections are taken at that moment. */
    public boolean takesObjections(Instant at) {
        return at.isBefore(endsAt);
    }

    /** The last moment of it, for pages. */
    public Instant lastMoment() {
        return endsAt.minusSeconds(1);
    }
}
