package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;
import static cn.gdpilot.desk.objection.ObjectionVariables.UNIT;

import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.publicity.Publicity;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Begins the process {@code objection}, and tells the publicity that waits for the last answer. */
@Component
class ObjectionProcess {

    static final String KEY = "objection";
    private static final String ANSWERED = "ObjectionsAnswered";

    private final RuntimeService runtime;

    ObjectionProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void begin(Objection objection) {
        runtime.startProcessInstanceByKey(KEY, objection.number(), keys(objection));
    }

    /** One whose instance is lost gets another where it has come to: with the office, or with its lead. */
    void goOn(Objection objection) {
        if (objection.state() == Objection.State.OPEN) {
            begin(objection);
        } else {
            runtime.createProcessInstanceByKey(KEY)
                    .businessKey(objection.number())
                    .setVariables(keys(objection))
                    .startBeforeActivity("UserTask_DecideRemedy")
                    .execute();
        }
    }

    private static VariableMap keys(Objection objection) {
        return Variables.putValue(CAMPAIGN_ID, objection.roundId())
                .putValue(UNIT, objection.unitId())
                .putValue(OBJECTION_ID, String.valueOf(objection.id()));
    }

    /** Everything is answered; where the list's days still run nobody waits for it yet. */
    void allAnswered(Publicity list) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(ANSWERED)
                .processVariableValueEquals(CAMPAIGN_ID, list.roundId())
                .processVariableValueEquals(UNIT, list.unitId())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(ANSWERED, waiting.getId()));
    }
}
