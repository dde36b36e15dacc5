package cn.gdpilot.domain.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One expert's part in a panel.
 *
 * @param id          key
 * @param panelId     panel
 * @param expert      account
 * @param state       how far it is
 * @param appointedAt when the expert was asked
 * @param dueAt       until when an answer is expected
 * @param declaredAt  when the expert declared to be unbiased; null until then
 * @param endedAt     when it was scored or ended otherwise; null until then
 * @param reason      why it ended without scores; null otherwise
 * @param total       weighted points of 100; null until scored
 */
public record Assignment(
        long id,
        long panelId,
        String expert,
        State state,
        Instant appointedAt,
        Instant dueAt,
        Instant declaredAt,
        Instant endedAt,
        String reason,
        Double total) {

    /** How far an expert is. */
    public enum State {
        /** Asked; has not yet said whether a conflict of interest stands against it. */
        APPOINTED,
        /** Has declared to be unbiased and may read. */
        READING,
        /** Has handed in. */
        SCORED,
        /** Has declared a conflict of interest, or one has become known. */
        BIASED,
        /** Has not answered in time; someone else was asked. */
        REPLACED,
        /** An officer has taken it off the panel; what it scored does not count. */
        REMOVED,
        /** The project went, or the panel was closed, before this expert was done. */
        ENDED
    }

    /** True while an answer is awaited. */
    public boolean open() {
        return state == State.APPOINTED || state == State.READING;
    }

    /** True from the moment at which no answer is awaited any more; to the millisecond, as timers go. */
    boolean overdue(Instant at) {
        return !at.isBefore(dueAt.truncatedTo(ChronoUnit.MILLIS));
    }

    /** True if the expert may read the dossier: after the declaration, and afterwards what was scored. */
    public boolean mayRead() {
        return state == State.READING || state == State.SCORED;
    }
}
