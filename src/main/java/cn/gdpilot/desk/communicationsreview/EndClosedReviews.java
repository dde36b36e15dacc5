package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.deadline.closing.ClosedBatch;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The CA's review waits no longer for what a deadline has closed before it was accepted (R4.1). */
@Component
class EndClosedReviews {

    private static final String MESSAGE = "ApplicationClosed";

    private final Applications applications;
    private final RuntimeService runtime;

    EndClosedReviews(Applications applications, RuntimeService runtime) {
        this.applications = applications;
        this.runtime = runtime;
    }

    @EventListener
    public void follow(ClosedBatch batch) {
        if (batch.undecided()) {
            applications.all(batch.applications()).values().stream()
                    .filter(one -> one.channel() == UnitType.COMMS_ADMIN)
                    .forEach(this::end);
        }
    }

    private void end(Application closed) {
        runtime.createExecutionQuery()
                .processDefinitionKey("communications-review")
                .messageEventSubscriptionName(MESSAGE)
                .variableValueEquals(APPLICATION_ID, closed.id())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(MESSAGE, waiting.getId()));
    }
}
