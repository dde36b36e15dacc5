package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.APPLICATION_ID;

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
        name = "登记初审意见",
        help = "登记省厅对一个项目的初审意见。须紧接初审任务。",
        given = {Given.APPLICATION, Given.OUTCOME, Given.GROUNDS},
        gives = "初审意见入卷。",
        in = "province-review")
class RegisterProvinceReviewDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("province-review", "UserTask_ReviewProject");

    private final ReviewProject review;
    private final AskedPerson asked;

    RegisterProvinceReviewDelegate(ReviewProject review, AskedPerson asked) {
        this.review = review;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT));
        TaskAnswers answers = TaskAnswers.of(execution);
        review.review(
                answers.key(APPLICATION_ID), answers.outcome(ReviewOutcome.class), answers.requiredGrounds(), officer);
    }
}
