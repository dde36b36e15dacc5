package cn.gdpilot.platform.engine.jobs;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;

import cn.gdpilot.domain.deadline.closing.ApplicationsClosed;
import cn.gdpilot.domain.project.ApplicationClosed;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every model that waits for an application that it has ended: for one by message at once, for many by jobs. */
@Component
class ClosedApplications {

    private static final String MESSAGE = "ApplicationClosed";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl configuration;

    ClosedApplications(RuntimeService runtime, @Lazy ProcessEngineConfigurationImpl configuration) {
        this.runtime = runtime;
        this.configuration = configuration;
    }

    /** Leaves the many that a deadline closes to jobs, one a batch, written in the same transaction. */
    @EventListener
    public void follow(ApplicationsClosed closed) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            IntStream.rangeClosed(1, closed.batches())
                    .mapToObj(number -> job(new FollowClosedHandler.Batch(closed.closingId(), number)))
                    .forEach(context.getJobManager()::send);
            return null;
        });
    }

    private static MessageEntity job(FollowClosedHandler.Batch batch) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(FollowClosedHandler.TYPE);
        job.setJobHandlerConfiguration(batch);
        return job;
    }

    @EventListener
    public void tell(ApplicationClosed closed) {
        runtime
                .createExecutionQuery()
                .messageEventSubscriptionName(MESSAGE)
                .variableValueEquals(APPLICATION_ID, closed.applicationId())
                .list()
                .stream()
                .filter(waiting -> !waiting.getProcessInstanceId().equals(current()))
                .forEach(waiting -> runtime.messageEventReceived(MESSAGE, waiting.getId()));
    }

    /** The instance that is being executed now, if any: who ends by itself is not told to end. */
    private static String current() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        return context == null ? null : context.getExecution().getProcessInstanceId();
    }
}
