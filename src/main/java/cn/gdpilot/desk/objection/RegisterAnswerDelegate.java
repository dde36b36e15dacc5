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

/** Hears that an officer has answered an objection. */
@Component
@ForModels(
        name = "登记答复",
        help = "登记经办人对异议的答复。须紧接“答复异议”任务。",
        given = {Given.OBJECTION, Given.OUTCOME, Given.GROUNDS},
        gives = "答复入卷。",
        in = "objection")
class RegisterAnswerDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("objection", "UserTask_AnswerObjection");

    private final ObjectionDesk desk;
    private final AskedPerson asked;

    RegisterAnswerDelegate(ObjectionDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        long id = Long.parseLong(answers.key(OBJECTION_ID));
        Actor officer = asked.behind(execution, TASK, Group.of(desk.unit(id)));
        desk.answer(id, answers.outcome(ObjectionAnswer.class), answers.requiredGrounds(), officer);
    }
}
