package cn.gdpilot.desk.application.account;

/**
 * A new account.
 *
 * @param username to sign in with
 */
public record Registered(String username) {}
