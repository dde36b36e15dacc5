package cn.gdpilot.domain.record;

import java.time.Instant;

/**
 * One line of an application's timeline.
 *
 * @param at        when, by the database's clock
 * @param actor     who; shown to officers only
 * @param office    for which unit; null for the applicant and the system
 * @param fromState state before; null at creation
 * @param toState   state after
 * @param rule      rule on which it rests, e.g. "R2.12"; may be null
 * @param grounds   in words; may be null
 */
public record TimelineEntry(
        Instant at, String actor, String office, String fromState, String toState, String rule, String grounds) {}
