package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs with the lead's decision, so that a refusal is the lead's to read and the decision is not taken then. */
@Component
class AddProjectDelegate implements JavaDelegate {

    private final ObjectionDesk desk;
    private final CurrentOfficer officer;

    AddProjectDelegate(ObjectionDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.add(Long.parseLong((String) execution.getVariable(OBJECTION_ID)), officer.actor());
    }
}
