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

/** Runs with the officer's answer, so that a refusal is the officer's to read and the answer is not given then. */
@Component
@ForModels(
        name = "按结论调整",
        help = "按答复的结论调整项目的结果。须接在答复之后，同一事务。",
        given = Given.OBJECTION,
        gives = "相关项目的结果改变；不能改变时退回经办人并说明原因。",
        in = "objection")
class ApplyObjectionDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("objection", "UserTask_AnswerObjection");

    private final ObjectionDesk desk;
    private final AskedPerson asked;

    ApplyObjectionDelegate(ObjectionDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = Long.parseLong((String) execution.getVariable(OBJECTION_ID));
        desk.carryOut(id, asked.behind(execution, TASK, Group.of(desk.unit(id))));
    }
}
