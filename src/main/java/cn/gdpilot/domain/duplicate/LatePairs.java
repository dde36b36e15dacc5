package cn.gdpilot.domain.duplicate;

/**
 * Told within the transaction in which a round was compared again because a list has changed late, and pairs wait for a person.
 *
 * @param roundId round
 */
public record LatePairs(String roundId) {}
