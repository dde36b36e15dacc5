package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;
import java.util.List;

/**
 * The order of merit as it stood at a decision.
 *
 * @param about what it was kept for
 * @param lines the projects that were in the running then, by their place
 */
public record MeritSnapshot(About about, List<Line> lines) {

    /** At which decision it was kept. */
    public enum Occasion {
        /** A handler settled the list. */
        RANKED,
        /** The lead signed it. */
        SIGNED,
        /** The ministry's lead decided the selection. */
        SELECTED
    }

    /**
     * When, by whom and by what it was made.
     *
     * @param id          key
     * @param level       DEPARTMENT or MINISTRY
     * @param occasion    which decision
     * @param averageName how several totals became one score
     * @param cutLine     how many might go on; null where no quota holds
     * @param tableSource the table of priority conditions, with its version
     * @param person      account of who decided
     * @param takenAt     when
     */
    public record About(
            long id,
            UnitType level,
            Occasion occasion,
            String averageName,
            Integer cutLine,
            String tableSource,
            String person,
            Instant takenAt) {}

    /**
     * A project of it.
     *
     * @param applicationId project
     * @param score         the experts' average; null where nobody had scored
     * @param conditions    how many priority conditions it met (R2.14)
     * @param proposedPlace place by the scores
     * @param place         place with the officers' moves
     * @param listedPlace   place on the list that was decided; null if it was left out
     */
    public record Line(
            String applicationId, Double score, int conditions, int proposedPlace, int place, Integer listedPlace) {}

    /** One project's line with what it was kept for. */
    public record Placed(About about, Line line) {}
}
