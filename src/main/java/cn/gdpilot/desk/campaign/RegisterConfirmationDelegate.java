package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears that the second person has answered whether the round opens. */
@Component
@ForModels(
        name = "登记复核意见",
        help = "登记第二人对启动申请的复核意见。须紧接“复核启动申报”任务。",
        given = {Given.INSTANCE, Given.OUTCOME, Given.GROUNDS},
        gives = "启动申请通过或被退回。",
        in = "campaign")
class RegisterConfirmationDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("campaign", "UserTask_ConfirmOpening");

    private final OpeningRequests requests;
    private final AskedPerson asked;

    RegisterConfirmationDelegate(OpeningRequests requests, AskedPerson asked) {
        this.requests = requests;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT).lead());
        TaskAnswers answers = TaskAnswers.of(execution);
        boolean confirmed = answers.outcome(OpeningAnswer.class) == OpeningAnswer.CONFIRM;
        requests.decide(execution.getProcessInstanceId(), confirmed, answers.grounds(), officer);
    }
}
