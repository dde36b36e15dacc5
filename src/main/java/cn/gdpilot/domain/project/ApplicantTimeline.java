package cn.gdpilot.domain.project;

import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The steps of an application as its applicant is told of them; its officers read all grounds. What they said of a duplicate
 * may tell of another applicant's project: that never leaves the office.
 */
@Component
public class ApplicantTimeline {

    private static final String DUPLICATE = ApplicationState.DUPLICATE.name();

    private final Timeline timeline;
    private final OtherProject other;
    private final Set<ApplicationState> hidden;

    /** @param hidden states whose grounds stay with the office that decided */
    ApplicantTimeline(
            Timeline timeline,
            OtherProject other,
            @Value("${pilot.results.hidden-grounds}") Set<ApplicationState> hidden) {
        this.other = other;
        this.timeline = timeline;
        this.hidden = hidden;
    }

    /** The steps, the oldest first. */
    public List<TimelineEntry> of(String applicationId) {
        return timeline.of(applicationId).stream()
                .map(step -> told(applicationId, step))
                .toList();
    }

    private TimelineEntry told(String applicationId, TimelineEntry step) {
        if (DUPLICATE.equals(step.toState())) {
            return withGrounds(
                    step,
                    other.told(applicationId)
                            .orElseGet(() ->
                                    Texts.of("R2.5".equals(step.rule()) ? "outcome.pilot" : "outcome.duplicate")));
        }
        if (DUPLICATE.equals(step.fromState())
                && ApplicationState.REVIEWED.name().equals(step.toState())) {
            return withGrounds(step, Texts.of("outcome.duplicate-no-more"));
        }
        boolean given = step.grounds() != null && !step.grounds().isBlank();
        return given && hidden.contains(ApplicationState.valueOf(step.toState()))
                ? withGrounds(step, Texts.of("outcome.hidden"))
                : step;
    }

    private static TimelineEntry withGrounds(TimelineEntry step, String grounds) {
        return new TimelineEntry(
                step.at(), step.actor(), step.office(), step.fromState(), step.toState(), step.rule(), grounds);
    }
}
