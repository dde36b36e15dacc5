package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.Unit;
import java.time.Instant;

/**
 * A unit's list in a round, from ranking to arrival.
 *
 * @param id            round and unit, e.g. 2026/city-440100
 * @param roundId       round
 * @param unitId        who recommends
 * @param state         how far it is
 * @param quota         at most so many places
 * @param destination   office that it goes to
 * @param deadline      which deadline binds it
 * @param tableCopies   copies of the summary table that must arrive
 * @param paperCopies   sets on paper that must arrive
 * @param discCopies    discs that must arrive
 * @param rankedBy      who ranked; null until then
 * @param signedBy      who signed; null until then
 * @param signedAt      when
 * @param sentBy        who brought or sent it
 * @param courierNumber courier's number; may be null
 * @param sentAt        when it left
 * @param arrivedAt     the arrival that counts (R4.1)
 * @param summarySha256 the summary table in the store; null until signed
 * @param listVersion   counts every change of the order, against overwriting unseen
 * @param settledVersion the version that the handler settled; null while nobody has
 * @param zeroReason  why the unit recommends no project (R4.8); null while its list holds any, or is not settled
 * @param quotaSource   the table and its version that gave the quota; null on lists from before it was kept
 */
public record Recommendation(
        String id,
        String roundId,
        String unitId,
        State state,
        int quota,
        String destination,
        DeadlineKind deadline,
        int tableCopies,
        int paperCopies,
        int discCopies,
        String rankedBy,
        String signedBy,
        Instant signedAt,
        String sentBy,
        String courierNumber,
        Instant sentAt,
        Instant arrivedAt,
        String summarySha256,
        int listVersion,
        Integer settledVersion,
        String zeroReason,
        String quotaSource) {

    /** How far a list is. */
    public enum State {
        RANKING,
        RANKED,
        SIGNED,
        SENT,
        ARRIVED,
        MISSED,
        /** Signed without any project: nothing is handed over, and the unit is done (R4.8). */
        ZERO
    }

    /** True while the unit may still change its list and take applications. */
    public boolean open() {
        return state == State.RANKING || state == State.RANKED;
    }

    /** True while nothing has left the unit, so that it can still be ranked anew. */
    public boolean withTheUnit() {
        return open() || state == State.SIGNED || state == State.ZERO;
    }

    /** True while the unit may still hand it over: neither arrived nor late. */
    public boolean underWay() {
        return state != State.ARRIVED && state != State.MISSED && state != State.ZERO;
    }

    /** True if the order is not the one that the handler settled, e.g. since a project was withdrawn. */
    public boolean changedSinceSettled() {
        return settledVersion == null || settledVersion != listVersion;
    }

    /** How far it was when it missed its deadline, by what it has come through. */
    State stateBeforeMissing() {
        if (sentAt != null) {
            return State.SENT;
        }
        if (signedAt != null) {
            return State.SIGNED;
        }
        return rankedBy != null ? State.RANKED : State.RANKING;
    }

    /** Number of the rule that sets the quota of this unit, e.g. "R3.2" for a city that reports to the Department. */
    String quotaRule() {
        if (unitId.startsWith("central-")) {
            return "R3.4";
        }
        if (unitId.equals(Unit.DEPARTMENT) || unitId.equals(Unit.COMMUNICATIONS)) {
            return "R3.5";
        }
        return destination.equals(Unit.MINISTRY) ? "R3.3" : "R3.2";
    }

    public static String idOf(String roundId, String unitId) {
        return roundId + "/" + unitId;
    }
}
