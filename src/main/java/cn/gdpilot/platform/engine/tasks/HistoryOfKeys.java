package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine's history keeps keys of the case: a task's subject is shown while it waits, and no longer. */
class HistoryOfKeys extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isSubject(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isSubject(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable
                && SUBJECT.equals(variable.getVariableName());
    }
}
