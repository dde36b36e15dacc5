package cn.gdpilot.domain.arrival;

/**
 * A fact, told within the transaction in which a list that had missed its deadline is found to have arrived in time (R4.7).
 *
 * @param roundId round
 * @param unitId  whose list
 */
public record ArrivalProven(String roundId, String unitId) {}
