package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.record.Actor;

/**
 * Told within the transaction in which an office upholds an objection with an effect. The desk whose decision it was
 * carries it out, or refuses if it is too late.
 *
 * @param objectionId   objection
 * @param roundId       round
 * @param unitId        the office that decided
 * @param applicationId the project that it is about
 * @param effect        what is to follow; never NONE
 * @param grounds       why
 * @param officer       who answered
 */
public record ObjectionUpheld(
        long objectionId,
        String roundId,
        String unitId,
        String applicationId,
        Objection.Effect effect,
        String grounds,
        Actor officer) {

    /** True if it is that office's to carry out. */
    public boolean isFor(String unit) {
        return unitId.equals(unit);
    }

    public boolean takesOff() {
        return effect == Objection.Effect.TAKE_OFF;
    }
}
