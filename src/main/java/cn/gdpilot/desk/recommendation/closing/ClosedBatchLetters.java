package cn.gdpilot.desk.recommendation.closing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.closing.ClosedBatch;
import cn.gdpilot.domain.record.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the applicants of a batch that and why their application was closed, and whoever waits for one that had gone further. */
@Component
class ClosedBatchLetters {

    private final Applications applications;
    private final Timeline timeline;
    private final RecommendationLetters letters;

    ClosedBatchLetters(Applications applications, Timeline timeline, RecommendationLetters letters) {
        this.applications = applications;
        this.timeline = timeline;
        this.letters = letters;
    }

    @EventListener
    public void tell(ClosedBatch batch) {
        letters.missed(
                applications.all(batch.applications()).values(),
                timeline.latest(batch.applications(), ApplicationState.MISSED_DEADLINE.name()),
                batch.closingId());
        if (!batch.undecided()) {
            applications.tellMissed(batch.applications());
        }
    }
}
