package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
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
