package cn.gdpilot.domain.opinion;

import java.time.Instant;

/**
 * What a further check of a project found.
 *
 * @param applicationId application
 * @param kind          which check
 * @param passed        whether the project may go on
 * @param grounds       what was found
 * @param person        account of the officer
 * @param at            when
 */
public record ProjectCheck(
        String applicationId, CheckKind kind, boolean passed, String grounds, String person, Instant at) {}
