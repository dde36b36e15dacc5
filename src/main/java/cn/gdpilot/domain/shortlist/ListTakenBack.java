package cn.gdpilot.domain.shortlist;

/**
 * A fact, told within the transaction in which a list that had gone is opened again.
 *
 * @param list    as it was
 * @param because why
 */
public record ListTakenBack(Recommendation list, String because) {}
