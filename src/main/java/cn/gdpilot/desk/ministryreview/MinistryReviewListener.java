package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.APPLICATION_ID;

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
class MinistryReviewListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("ministry-review", "UserTask_ReviewProject");

    private final ReviewReceived projects;
    private final AskedPerson asked;

    MinistryReviewListener(ReviewReceived projects, AskedPerson asked) {
        this.projects = projects;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        projects.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(Unit.MINISTRY)));
    }
}
