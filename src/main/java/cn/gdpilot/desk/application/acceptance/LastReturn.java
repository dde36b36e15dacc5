package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import org.springframework.stereotype.Component;

/** Finds what an officer asked for when an application was returned the last time. */
@Component
class LastReturn {

    private final Timeline timeline;

    LastReturn(Timeline timeline) {
        this.timeline = timeline;
    }

    /** That step; one that a reopened window has brought back to its correction is no return. */
    TimelineEntry of(String applicationId) {
        return timeline.of(applicationId).stream()
                .filter(step -> step.toState().equals(ApplicationState.RETURNED.name()))
                .filter(step -> ApplicationState.SUBMITTED.name().equals(step.fromState()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
