package cn.gdpilot.dossier;

import cn.gdpilot.audit.Timeline;
import cn.gdpilot.audit.TimelineEntry;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.wording.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The steps of an application as its applicant is told of them. What is said of a duplicate may tell of the other project
 * and of who applied for it: that stays with the office.
 */
@Component
public class ApplicantTimeline {

    private final Timeline timeline;

    ApplicantTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The steps, the oldest first. */
    public List<TimelineEntry> of(String applicationId) {
        return timeline.of(applicationId).stream().map(ApplicantTimeline::told).toList();
    }

    private static TimelineEntry told(TimelineEntry step) {
        if (ApplicationState.DUPLICATE.name().equals(step.toState())) {
            return withGrounds(step, Texts.of("outcome.duplicate"));
        }
        boolean noMore = ApplicationState.DUPLICATE.name().equals(step.fromState())
                && ApplicationState.REVIEWED.name().equals(step.toState());
        return noMore ? withGrounds(step, Texts.of("outcome.duplicate-no-more")) : step;
    }

    private static TimelineEntry withGrounds(TimelineEntry step, String grounds) {
        return new TimelineEntry(step.at(), step.actor(), step.office(), step.fromState(), step.toState(), step.rule(), grounds);
    }
}
