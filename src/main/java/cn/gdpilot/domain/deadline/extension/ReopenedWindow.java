package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;

/**
 * A unit whose list had missed its deadline and may be delivered after all.
 *
 * @param roundId  round
 * @param unitId   unit
 * @param grounds  why
 * @param deadline by when it must arrive now; where it has arrived, by when it had to
 * @param arrived  true if its arrival in time is proven: what stands on it comes back, and nothing else
 */
public record ReopenedWindow(String roundId, String unitId, String grounds, Deadline deadline, boolean arrived) {}
