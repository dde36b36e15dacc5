package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs with the officer's answer, so that a refusal is the officer's to read and the answer is not given then. */
@Component
class ApplyObjectionDelegate implements JavaDelegate {

    private final ObjectionDesk desk;
    private final CurrentOfficer officer;

    ApplyObjectionDelegate(ObjectionDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.carryOut(Long.parseLong((String) execution.getVariable(OBJECTION_ID)), officer.actor());
    }
}
