package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Round;

/**
 * A unit's own day for its applicants is in force now (R4.6).
 *
 * @param round  round
 * @param unitId unit
 * @param asked  key of what a person of the unit asked for
 */
public record IntakeDaySet(Round round, String unitId, long asked) {}
