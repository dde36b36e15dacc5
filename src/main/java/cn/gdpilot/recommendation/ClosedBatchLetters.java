package cn.gdpilot.recommendation;

import cn.gdpilot.project.Application;
import cn.gdpilot.project.ApplicationClosed;
import cn.gdpilot.project.Applications;
import cn.gdpilot.project.ClosedBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the applicants of a batch that their application was closed, and whoever waits for one that had gone further. */
@Component
class ClosedBatchLetters {

    private final Applications applications;
    private final RecommendationLetters letters;
    private final ApplicationEventPublisher events;

    ClosedBatchLetters(Applications applications, RecommendationLetters letters, ApplicationEventPublisher events) {
        this.applications = applications;
        this.letters = letters;
        this.events = events;
    }

    @EventListener
    public void tell(ClosedBatch batch) {
        for (String id : batch.applications()) {
            Application application = applications.get(id);
            letters.missed(application, batch.closingId());
            if (!batch.undecided()) {
                events.publishEvent(new ApplicationClosed(id));
            }
        }
    }
}
