package cn.gdpilot.domain.opinion;

/**
 * What a task is about: an application, or a unit's list of a round.
 *
 * @param applicationId application; null for a list
 * @param roundId       round of a list; null for an application
 * @param unitId        unit of a list; null for an application
 */
public record CaseKey(String applicationId, String roundId, String unitId) {

    /** An application. */
    public static CaseKey ofApplication(String id) {
        return new CaseKey(id, null, null);
    }

    /** A unit's list. */
    public static CaseKey ofList(String roundId, String unitId) {
        return new CaseKey(null, roundId, unitId);
    }
}
