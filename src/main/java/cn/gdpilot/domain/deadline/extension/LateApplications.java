package cn.gdpilot.domain.deadline.extension;

import java.util.List;

/** Brings back the applications that a unit's deadline closed; the desk of applications does it. */
public interface LateApplications {

    /**
     * Brings them back to where they were and tells their applicants, in the caller's transaction. Those whose applicants
     * have used their places elsewhere meanwhile stay closed (R2.8–R2.10).
     */
    void reinstate(ReopenedWindow window);

    /**
     * Tells their applicants that the list arrived in time, and that they stay closed until the next office's window is open again.
     *
     * @return the numbers of those that would come back with it
     */
    List<String> tellWaiting(ReopenedWindow window);

    /** True if there are any that would come back. */
    boolean any(ReopenedWindow window);
}
