package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

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
class CommunicationsReviewListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("communications-review", "UserTask_ReviewProject");

    private final CommunicationsDesk desk;
    private final AskedPerson asked;

    CommunicationsReviewListener(CommunicationsDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(Unit.COMMUNICATIONS)));
    }
}
