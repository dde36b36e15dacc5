package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;

/**
 * An upheld objection that is being carried out.
 *
 * @param reversal      what follows from it
 * @param roundId       round
 * @param unitId        the office that decided
 * @param applicationId the project
 * @param grounds       why, in the words of the answer or of the lead
 * @param by            the officer who answered, or the lead who adds the project
 */
public record Upheld(Reversal reversal, String roundId, String unitId, String applicationId, String grounds, Actor by) {

    /** The refusal for a project that cannot be changed this way any more: the officer reads it, and the answer is not given. */
    public static Refusal tooLate(ApplicationState state) {
        return Refusal.conflict("objection.too-late", Texts.label("state", state));
    }

    /** The same where the list has left its unit in time: no window that is opened again brings it back. */
    public static Refusal listGone(ApplicationState state, String list) {
        return Refusal.conflict("objection.list-gone", Texts.label("state", state), list);
    }
}
