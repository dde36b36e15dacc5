package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs with the lead's decision, so that a refusal is the lead's to read and the decision is not taken then. */
@Component
@ForModels(
        name = "补列项目",
        help = "按负责人的决定把项目补列进名单。须接在补列决定之后，同一事务。",
        given = Given.OBJECTION,
        gives = "项目列入名单；名额不足时退回负责人并说明原因。",
        in = "objection")
class AddProjectDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("objection", "UserTask_DecideRemedy");

    private final ObjectionDesk desk;
    private final AskedPerson asked;

    AddProjectDelegate(ObjectionDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = Long.parseLong((String) execution.getVariable(OBJECTION_ID));
        desk.add(id, asked.behind(execution, TASK, Group.of(desk.unit(id)).lead()));
    }
}
