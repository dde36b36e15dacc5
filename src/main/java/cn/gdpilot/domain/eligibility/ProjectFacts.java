package cn.gdpilot.domain.eligibility;

import java.util.Map;

/**
 * Facts of R2.5–R2.7.
 *
 * @param built             the project is built; null = not answered
 * @param pilotRunning      it is a pilot whose two years run
 * @param innovationProject NONE, ACCEPTED, NOT_ACCEPTED, FAILED; null = not answered
 * @param extra             answers to the round's own questions that this table judges
 */
public record ProjectFacts(Boolean built, boolean pilotRunning, String innovationProject, Map<String, Object> extra) {}
