package cn.gdpilot.domain.objection;

/**
 * An answer is due later than whoever objected was told.
 *
 * @param objection the objection with its new date
 */
public record AnswerDueLater(Objection objection) {}
