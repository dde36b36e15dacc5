package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.project.Application;

/**
 * One of an applicant's applications in the overview.
 *
 * @param application what it is and where it stands
 * @param holder      office that holds it now
 * @param next        what happens next
 * @param deadline    last moment for submitting it, in words; null where that is behind it
 */
record OverviewLine(Application application, String holder, String next, String deadline) {}
