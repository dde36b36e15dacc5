package cn.gdpilot.domain.shortlist;

/**
 * Told within the transaction in which a unit's list is signed: what stands on it is recommended from now on.
 *
 * @param roundId     round
 * @param unitId      whose list
 * @param destination office that it goes to
 */
public record ListSigned(String roundId, String unitId, String destination) {}
