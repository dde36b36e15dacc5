package cn.gdpilot.domain.quota;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;

/**
 * What the table recommendation-quota says of a unit (R3.2–R3.5, R4.2, R4.4).
 *
 * @param quota       at most so many projects
 * @param destination DEPARTMENT or MINISTRY
 * @param deadline    which deadline binds the unit
 * @param tableCopies copies of the summary table
 * @param paperCopies sets of the materials on paper
 * @param discCopies  discs
 */
public record Quota(
        int quota, UnitType destination, DeadlineKind deadline, int tableCopies, int paperCopies, int discCopies) {

    /** The office that the unit hands over to. */
    public String destinationUnit() {
        return destination == UnitType.DEPARTMENT ? Unit.DEPARTMENT : Unit.MINISTRY;
    }
}
