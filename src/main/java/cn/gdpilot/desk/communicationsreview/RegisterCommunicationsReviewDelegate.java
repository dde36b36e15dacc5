package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记审核意见",
        help = "登记通信管理局对一个项目的审核意见。须紧接该局的审核任务。",
        given = {Given.APPLICATION, Given.OUTCOME, Given.GROUNDS},
        gives = "审核意见入卷。",
        in = "communications-review")
class RegisterCommunicationsReviewDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("communications-review", "UserTask_ReviewProject");

    private final CommunicationsDesk desk;
    private final AskedPerson asked;

    RegisterCommunicationsReviewDelegate(CommunicationsDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.COMMUNICATIONS));
        TaskAnswers answers = TaskAnswers.of(execution);
        desk.review(
                answers.key(APPLICATION_ID), answers.outcome(ReviewOutcome.class), answers.requiredGrounds(), officer);
    }
}
