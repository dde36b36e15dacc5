package cn.gdpilot.desk.application.api;

/**
 * Why an applicant withdraws.
 *
 * @param reason in words; may be null
 */
record Withdrawal(String reason) {}
