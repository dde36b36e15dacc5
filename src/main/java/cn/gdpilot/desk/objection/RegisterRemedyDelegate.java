package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears that the lead has decided whether the project is added. */
@Component
@ForModels(
        name = "登记补列决定",
        help = "登记负责人是否补列的决定。须紧接“决定是否补列”任务。",
        given = {Given.OBJECTION, Given.OUTCOME, Given.GROUNDS},
        gives = "决定入卷。",
        in = "objection")
class RegisterRemedyDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("objection", "UserTask_DecideRemedy");

    private final ObjectionDesk desk;
    private final AskedPerson asked;

    RegisterRemedyDelegate(ObjectionDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        long id = Long.parseLong(answers.key(OBJECTION_ID));
        Actor lead = asked.behind(execution, TASK, Group.of(desk.unit(id)).lead());
        boolean add = answers.outcome(RemedyAnswer.class) == RemedyAnswer.ADD;
        desk.decideRemedy(id, add, answers.requiredGrounds(), lead);
    }
}
