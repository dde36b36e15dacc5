package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;

/**
 * Told within the transaction in which a unit accepts an application: it may be recommended from now on.
 *
 * @param roundId       round
 * @param applicationId application
 * @param channel       kind of the unit
 */
public record ApplicationAccepted(String roundId, String applicationId, UnitType channel) {}
