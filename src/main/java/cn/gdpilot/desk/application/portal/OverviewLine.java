package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;

/**
 * One of an applicant's applications in the overview.
 *
 * @param application what it is and where it stands
 * @param holder      office that holds it now
 * @param next        what happens next
 * @param deadline    last moment for submitting it, in words; null where it is submitted or cannot be any more
 */
record OverviewLine(Application application, String holder, String next, String deadline) {

    /** True for a draft that can still be submitted. */
    public boolean openDraft() {
        return application.state() == ApplicationState.DRAFT && deadline != null;
    }
}
