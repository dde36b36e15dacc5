package cn.gdpilot.domain.publicity;

/**
 * A project of a public list.
 *
 * @param applicationId application
 * @param place         place on the list, from 1
 * @param state         whether it still stands there
 */
public record PublicProject(String applicationId, int place, State state) {

    /** What became of it. */
    public enum State {
        LISTED,
        /** An upheld objection took it off. */
        TAKEN_OFF,
        /** An upheld objection put it on the list. */
        PUT_BACK
    }

    public boolean stands() {
        return state != State.TAKEN_OFF;
    }
}
