package cn.gdpilot.domain.scoring;

import java.util.List;

/** How several experts' totals become one figure. */
public enum Average {
    /** The mean of all. */
    MEAN,
    /** The mean without the highest and the lowest; of fewer than three totals the plain mean. */
    TRIMMED;

    private static final int LEAST_TO_TRIM = 3;

    /** To a hundredth of a point, so that what looks equal is equal; null of no totals. */
    public Double of(List<Double> totals) {
        if (totals.isEmpty()) {
            return null;
        }
        List<Double> sorted = totals.stream().sorted().toList();
        List<Double> counted =
                this == TRIMMED && sorted.size() >= LEAST_TO_TRIM ? sorted.subList(1, sorted.size() - 1) : sorted;
        double mean =
                counted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return Math.round(mean * 100) / 100.0;
    }
}
