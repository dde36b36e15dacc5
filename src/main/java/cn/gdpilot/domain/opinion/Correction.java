package cn.gdpilot.domain.opinion;

/**
 * One thing that an applicant has to correct.
 *
 * @param item   a field of the application, e.g. summary, or a kind of material, e.g. VIDEO
 * @param remark what is wrong with it, in words
 */
public record Correction(String item, String remark) {}
