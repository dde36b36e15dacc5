package cn.gdpilot.rehearsal;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A rehearsed round, under way or over.
 *
 * @param state    how it is
 * @param round    id of the round; null until it is open
 * @param scene    what happens now
 * @param done     scenes that are over
 * @param scenes   scenes in all; 0 until they are known
 * @param at       when the scene is, by the moved clock; null before the first
 * @param refusals what was refused to applicants, by rule or HTTP status
 * @param failure  id of the line in the log that tells why it stopped; null unless it failed
 */
record Play(
        State state,
        String round,
        String scene,
        int done,
        int scenes,
        OffsetDateTime at,
        Map<String, Integer> refusals,
        String failure) {

    static final Play NONE = new Play(State.NONE, null, "", 0, 0, null, Map.of(), null);

    /** How a play is. */
    enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    Play ended(State how, String why) {
        return new Play(how, round, scene, how == State.DONE ? scenes : done, scenes, at, refusals, why);
    }
}
