package cn.gdpilot.domain.eligibility;

/**
 * Facts of R2.8–R2.10: the applicant's other live applications of the round.
 *
 * @param othersInCategory     in the same category
 * @param othersInTotal        over every channel and city
 * @param sameProjectElsewhere one of them is the same project
 */
public record LimitFacts(int othersInCategory, int othersInTotal, boolean sameProjectElsewhere) {}
