package cn.gdpilot.domain.eligibility;

/**
 * Facts of R2.5–R2.7.
 *
 * @param built             the project is built; null = not answered
 * @param pilotRunning      it is a pilot whose two years run
 * @param innovationProject NONE, ACCEPTED, NOT_ACCEPTED, FAILED; null = not answered
 */
public record ProjectFacts(Boolean built, boolean pilotRunning, String innovationProject) {}
