package cn.gdpilot.domain.deadline;

import java.time.LocalDate;

/**
 * A step of the province between the cities' deadline and the ministry's, planned backward from the latter.
 *
 * @param step        which one
 * @param workingDays how many days it takes
 * @param first       day on which it has to begin at the latest
 * @param last        day on which it has to end at the latest
 * @param light       whether it still can
 */
public record PlannedStep(Step step, int workingDays, LocalDate first, LocalDate last, Light light) {

    /** The steps, in their order. */
    public enum Step {
        REVIEW,
        EXPERTS,
        CHECKS,
        PUBLICITY,
        OBJECTIONS,
        SIGNING,
        COURIER
    }

    /** Traffic lights. */
    public enum Light {
        DONE,
        /** There are days to spare. */
        GREEN,
        /** No day to spare, or one. */
        YELLOW,
        /** It cannot end in time. */
        RED
    }
}
