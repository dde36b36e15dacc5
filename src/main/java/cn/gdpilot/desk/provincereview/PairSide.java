package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.project.Application;

/**
 * One side of a pair as people are shown it: an application of the round, or a pilot of an earlier one.
 *
 * @param number      by which people quote it
 * @param projectName name
 * @param applicant   name of the applicant
 * @param creditCode  of the applicant
 * @param direction   code of the direction; null of a pilot that came with a list
 * @param cameBy      the unit that it was handed in to; of a pilot, the round or the list that it comes from
 * @param project     the application; null of a pilot
 * @param pilot       the pilot; null of an application
 */
record PairSide(
        String number,
        String projectName,
        String applicant,
        String creditCode,
        String direction,
        String cameBy,
        Application project,
        Pilot pilot) {}
