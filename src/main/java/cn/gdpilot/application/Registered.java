package cn.gdpilot.application;

/**
 * A new account.
 *
 * @param username to sign in with
 */
record Registered(String username) {}
