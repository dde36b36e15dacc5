package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.publicity.Publicity;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Begins the process {@code objection}, and tells the publicity that waits for the last answer. */
@Component
class ObjectionProcess {

    private static final String ANSWERED = "ObjectionsAnswered";

    private final RuntimeService runtime;

    ObjectionProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void begin(Objection objection) {
        VariableMap keys = Variables.putValue("campaignId", objection.roundId())
                .putValue("unit", objection.unitId())
                .putValue("objectionId", String.valueOf(objection.id()));
        runtime.startProcessInstanceByKey("objection", objection.number(), keys);
    }

    /** Everything is answered; where the list's days still run nobody waits for it yet. */
    void allAnswered(Publicity list) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(ANSWERED)
                .processVariableValueEquals("campaignId", list.roundId())
                .processVariableValueEquals("unit", list.unitId())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(ANSWERED, waiting.getId()));
    }
}
