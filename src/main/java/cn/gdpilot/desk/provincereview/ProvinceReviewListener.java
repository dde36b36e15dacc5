package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class ProvinceReviewListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("province-review", "UserTask_ReviewProject");

    private final ReviewProject review;
    private final AskedPerson asked;

    ProvinceReviewListener(ReviewProject review, AskedPerson asked) {
        this.review = review;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        review.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(Unit.DEPARTMENT)));
    }
}
