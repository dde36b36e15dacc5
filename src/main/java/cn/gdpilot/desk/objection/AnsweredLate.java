package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.stereotype.Component;

/** Tells whether the office's list has gone, so that an answer alone carries nothing out and the lead decides. */
@Component
class AnsweredLate {

    private final Applications applications;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    AnsweredLate(
            Applications applications, Recommendations recommendations, UnitDeadlines deadlines, PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    boolean isFor(Objection objection) {
        if (objection.publicityId() != null || objection.applicationId() == null) {
            return false;
        }
        return switch (applications.get(objection.applicationId()).state()) {
            case NOT_SELECTED -> true;
            case NOT_RECOMMENDED, NOT_FORWARDED -> gone(objection);
            default -> false;
        };
    }

    /** No objection calls the Department's signed list back: all others' orders depend on it. */
    private boolean gone(Objection objection) {
        return recommendations
                .find(objection.roundId(), objection.unitId())
                .filter(list -> !(list.open()
                                || list.withTheUnit() && !list.unitId().equals(Unit.DEPARTMENT))
                        || !deadlines.delivery(list.roundId(), list.unitId()).includes(clock.now()))
                .isPresent();
    }
}
