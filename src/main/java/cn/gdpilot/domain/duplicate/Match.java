package cn.gdpilot.domain.duplicate;

/**
 * Two projects that share so much that the table has to judge them.
 *
 * @param first    the earlier in the list that was searched
 * @param second   the other
 * @param evidence why
 */
public record Match(Candidate first, Candidate second, Evidence evidence) {}
