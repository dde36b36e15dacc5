package cn.gdpilot.domain.scoring;

/**
 * An expert's points on one criterion.
 *
 * @param criterion code
 * @param points    points; null in a draft without
 * @param grounds   in words; empty in a draft without
 */
public record Score(String criterion, Integer points, String grounds) {}
