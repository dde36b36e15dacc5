package cn.gdpilot.desk.campaign.unattended;

/** A way in which domain and engine can disagree. Its words stand in the texts as {@code unattended.<name>}. */
enum Fault {
    /** An application, a list or a round is alive, and no model waits for it. */
    NOTHING_WAITS,
    /** Two things wait for it, where one decides. */
    WAITS_TWICE,
    /** A model waits for it at a step that is not the one it has come to. */
    WRONG_STEP,
    /** A model waits for what is over. */
    LEFT_OVER,
    /** An application is alive, but its list has gone without it, or its round is over. */
    NO_WAY,
    /** A step has failed as often as it is tried. */
    STUCK;

    /** True if a mend ends an application, which is for the Department to decide. */
    boolean endsApplication() {
        return this == NO_WAY;
    }
}
