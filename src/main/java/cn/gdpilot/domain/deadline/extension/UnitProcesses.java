package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.text.Refusal;

/** Lets the recommendation of a unit go on; the desk of the round tells its process. */
public interface UnitProcesses {

    /**
     * The unit's window is open again.
     *
     * @throws Refusal if the round was started on a model that knows no such thing
     */
    void reopen(String roundId, String unitId);

    /** True if the round's model can leave the Department's recommendation, wherever it is, for a review of what came late. */
    boolean leavesForLate(String roundId);
}
