package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that the second person has answered whether the round opens. */
@Component
class ConfirmOpeningListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("campaign", "UserTask_ConfirmOpening");

    private final OpeningRequests requests;
    private final AskedPerson asked;

    ConfirmOpeningListener(OpeningRequests requests, AskedPerson asked) {
        this.requests = requests;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        requests.decide(
                task.getProcessInstanceId(),
                answers.outcome(OpeningAnswer.class) == OpeningAnswer.CONFIRM,
                answers.grounds(),
                asked.of(task, TASK, Group.of(Unit.DEPARTMENT).lead()));
    }
}
