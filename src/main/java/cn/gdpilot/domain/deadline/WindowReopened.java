package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;

/**
 * A unit whose list had missed its deadline may deliver after all; told within the transaction that says so, so that list,
 * applications and processes go back together or not at all. Who has decided something meanwhile that this would undo
 * refuses.
 *
 * @param roundId     round
 * @param unitId      unit
 * @param destination office that its list goes to
 * @param grounds     why
 * @param deadline    by when it must arrive now
 */
public record WindowReopened(String roundId, String unitId, String destination, String grounds, Deadline deadline) {}
