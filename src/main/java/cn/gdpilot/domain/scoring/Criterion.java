package cn.gdpilot.domain.scoring;

/**
 * What is scored.
 *
 * @param code    key within the round
 * @param name    name
 * @param weight  share in the total; the weights of a round need not add up to 100
 * @param highest most points; the least are 0
 * @param hint    what to look at
 */
public record Criterion(String code, String name, int weight, int highest, String hint) {}
