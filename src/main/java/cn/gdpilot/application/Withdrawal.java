package cn.gdpilot.application;

/**
 * Why an applicant withdraws.
 *
 * @param reason in words; may be null
 */
record Withdrawal(String reason) {}
