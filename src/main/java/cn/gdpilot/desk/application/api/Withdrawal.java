package cn.gdpilot.desk.application.api;

/**
 * Why an applicant withdraws.
 *
 * @param reason in words, up to 500 characters; may be null
 */
record Withdrawal(String reason) {}
