package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.APPLICATION_ID;

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
        name = "登记评审意见",
        help = "登记部级对一个项目的评审意见。须紧接部级评审任务。",
        given = {Given.APPLICATION, Given.OUTCOME, Given.GROUNDS},
        gives = "评审意见入卷。",
        in = "ministry-review")
class RegisterMinistryReviewDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("ministry-review", "UserTask_ReviewProject");

    private final ReviewReceived projects;
    private final AskedPerson asked;

    RegisterMinistryReviewDelegate(ReviewReceived projects, AskedPerson asked) {
        this.projects = projects;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.MINISTRY));
        TaskAnswers answers = TaskAnswers.of(execution);
        projects.review(
                answers.key(APPLICATION_ID), answers.outcome(ReviewOutcome.class), answers.requiredGrounds(), officer);
    }
}
