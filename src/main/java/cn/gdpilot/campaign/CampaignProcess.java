package cn.gdpilot.campaign;

import cn.gdpilot.wording.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a round's process instance what has happened. */
@Component
class CampaignProcess {

    private static final String WINDOW_REOPENED = "WindowReopened";

    private final RuntimeService runtime;

    CampaignProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * A unit's window is open again: the model begins its recommendation anew beside what runs.
     *
     * @throws Refusal if the round was started on a model that knows no such thing
     */
    void reopen(String roundId, String unitId) {
        if (waiting(roundId, WINDOW_REOPENED) == 0) {
            throw Refusal.conflict("extension.old-model");
        }
        runtime.createMessageCorrelation(WINDOW_REOPENED)
                .processInstanceBusinessKey(roundId)
                .setVariablesToTriggeredScope(Map.of("unit", unitId))
                .correlate();
    }

    /** A late list has arrived: where the next office is past the point at which it would be seen, the model goes back to it. */
    void lateListArrived(String roundId, String message) {
        if (waiting(roundId, message) > 0) {
            runtime.createMessageCorrelation(message).processInstanceBusinessKey(roundId).correlate();
        }
    }

    private long waiting(String roundId, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(roundId)
                .processDefinitionKey("campaign")
                .messageEventSubscriptionName(message)
                .count();
    }
}
