package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which applications a unit's deadline has closed. On the Department's list hangs all that it has received (R4.3); a city's
 * own late list is not among it.
 */
@Component
class ClosedWithList {

    private static final Set<ApplicationState> CLOSED = Set.of(ApplicationState.MISSED_DEADLINE);
    private static final Set<ApplicationState> AT_THE_DEPARTMENT =
            Set.of(ApplicationState.RECOMMENDED, ApplicationState.REVIEWED, ApplicationState.FORWARDED);

    private final Applications applications;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;

    ClosedWithList(Applications applications, Recommendations recommendations, UnitDeadlines deadlines) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
    }

    /** In order of number or of arrival. */
    List<Application> of(ReopenedWindow window) {
        List<Application> closed = closed(window);
        if (!window.arrived()) {
            return closed;
        }
        List<String> listed = recommendations.ranked(recommendations.get(window.roundId(), window.unitId()));
        return closed.stream().filter(one -> listed.contains(one.id())).toList();
    }

    private List<Application> closed(ReopenedWindow window) {
        return switch (window.unitId()) {
            case Unit.DEPARTMENT ->
                applications.ofRound(window.roundId(), CLOSED).stream()
                        .filter(this::wasAtDepartment)
                        .toList();
            case Unit.COMMUNICATIONS ->
                applications.ofUnit(window.roundId(), window.unitId(), CLOSED).stream()
                        .filter(one -> EndGrounds.reopens(one.unitId(), applications.beforeMissing(one.id())))
                        .toList();
            default -> applications.ofUnit(window.roundId(), window.unitId(), CLOSED);
        };
    }

    private boolean wasAtDepartment(Application closed) {
        return deadlines.destination(closed.unitId()).equals(Unit.DEPARTMENT)
                && recommendations
                        .find(closed.roundId(), closed.unitId())
                        .map(Recommendation::state)
                        .filter(State.ARRIVED::equals)
                        .isPresent()
                && AT_THE_DEPARTMENT.contains(applications.beforeMissing(closed.id()));
    }
}
