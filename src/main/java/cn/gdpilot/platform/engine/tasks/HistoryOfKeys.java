package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine's history keeps keys of the case: neither a task's subject, shown while it waits, nor the counters of loops. */
class HistoryOfKeys extends DbHistoryEventHandler {

    private static final Set<String> PASSING =
            Set.of(SUBJECT, "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isPassing(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isPassing(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable
                && PASSING.contains(variable.getVariableName());
    }
}
