package cn.gdpilot.domain.pending;

import cn.gdpilot.domain.project.ApplicationState;

/**
 * A live application and what it waits for.
 *
 * @param applicationId its number
 * @param roundId       its round
 * @param unitId        its unit
 * @param state         its state
 * @param waitsFor      null if nothing can come to it any more
 * @param listUnit      whose list carries it: its own unit's, or the Department's
 * @param listOpened    whether that list is there
 */
public record PendingMatter(
        String applicationId,
        String roundId,
        String unitId,
        ApplicationState state,
        Pending waitsFor,
        String listUnit,
        boolean listOpened) {}
