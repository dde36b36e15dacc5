package cn.gdpilot.domain.deadline.extension;

/** The timers and due dates that run already; the engine has them. */
public interface RunningDates {

    /** Takes the round's dates over as they are now, in the caller's transaction. */
    void move(String roundId);
}
