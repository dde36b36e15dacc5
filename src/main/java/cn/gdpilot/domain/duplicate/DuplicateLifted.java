package cn.gdpilot.domain.duplicate;

/**
 * Told within the transaction in which a project that was a duplicate is the Department's candidate again: it goes
 * through what it missed.
 *
 * @param roundId       round
 * @param applicationId project
 */
public record DuplicateLifted(String roundId, String applicationId) {}
