package cn.gdpilot.engine;

import cn.gdpilot.project.ApplicationClosed;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every model that waits for an application that it has ended, by the message {@code ApplicationClosed}. */
@Component
class ClosedApplications {

    private static final String MESSAGE = "ApplicationClosed";

    private final RuntimeService runtime;

    ClosedApplications(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    public void tell(ApplicationClosed closed) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(MESSAGE)
                .variableValueEquals("applicationId", closed.applicationId())
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
