package cn.gdpilot.domain.scoring;

import java.util.List;

/**
 * A project in the order of merit.
 *
 * @param applicationId project
 * @param totals        the experts' totals
 * @param score         their average; null where nobody has scored
 * @param conditions    how many priority conditions it meets (R2.14): they only part those of equal score
 */
public record Merit(String applicationId, List<Double> totals, Double score, int conditions) {

    /** True if nothing but chance would part the two. */
    public boolean ties(Merit other) {
        return score != null && score.equals(other.score) && conditions == other.conditions;
    }

    /** Points between the highest and the lowest total; 0 of fewer than two. */
    public double spread() {
        return totals.isEmpty()
                ? 0
                : totals.stream().max(Double::compare).orElseThrow()
                        - totals.stream().min(Double::compare).orElseThrow();
    }
}
