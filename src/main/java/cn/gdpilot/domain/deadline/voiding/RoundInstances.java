package cn.gdpilot.domain.deadline.voiding;

/** What runs for a round; the engine has it. */
public interface RoundInstances {

    /** Ends all of it after the caller's transaction, in batches, and has the applicants told ({@link VoidFollowUp}). */
    void end(String roundId);
}
