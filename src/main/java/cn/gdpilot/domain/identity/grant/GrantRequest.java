package cn.gdpilot.domain.identity.grant;

import java.time.Instant;

/**
 * Something asked for an account.
 *
 * @param id      key
 * @param kind    what
 * @param account whose
 * @param group   to join; null for other kinds
 * @param grounds why
 * @param askedBy who asked
 * @param askedAt when
 */
record GrantRequest(
        long id, GrantKind kind, String account, String group, String grounds, String askedBy, Instant askedAt) {}
