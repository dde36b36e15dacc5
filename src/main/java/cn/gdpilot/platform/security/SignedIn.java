package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.factor.SecondStep;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a session remembers of its sign-in.
 *
 * @param account fingerprint of password and groups at that moment
 * @param at      when, by the real clock: a moved one must not end sessions
 * @param due     whether the password must be changed before anything else
 * @param second  what was owed after the password
 */
record SignedIn(String account, Instant at, boolean due, SecondStep second) implements Serializable {}
