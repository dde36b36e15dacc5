package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;

/**
 * Told within the transaction in which the lead of an office adds a project whose objection was upheld when its list had
 * gone already. The desk whose list it is carries it out, or refuses: the quota is used up, the next office is done.
 *
 * @param objectionId   objection
 * @param roundId       round
 * @param unitId        the office that decided
 * @param applicationId the project
 * @param about         the outcome that it was about
 * @param grounds       why
 * @param lead          who decided
 */
public record ObjectionRemedied(
        long objectionId,
        String roundId,
        String unitId,
        String applicationId,
        ApplicationState about,
        String grounds,
        Actor lead) {}
