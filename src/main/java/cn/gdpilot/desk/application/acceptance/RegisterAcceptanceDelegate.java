package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.POINTS;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Accepts the application, as its officer has answered. */
@Component
@ForModels(
        name = "登记受理",
        help = "登记经办人的受理意见。须紧接审核任务的受理分支，与任务在同一事务中。",
        given = Given.CASE,
        gives = "申请变为已受理；不予办理时任务退回经办人并说明原因。",
        in = "application")
class RegisterAcceptanceDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final Acceptance acceptance;
    private final Applications applications;
    private final AskedPerson asked;

    RegisterAcceptanceDelegate(Acceptance acceptance, Applications applications, AskedPerson asked) {
        this.acceptance = acceptance;
        this.applications = applications;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String id = answers.businessKey();
        Actor officer =
                asked.behind(execution, TASK, Group.of(applications.get(id).unitId()));
        answers.decided(AcceptanceAnswer.class, AcceptanceAnswer.ACCEPT);
        acceptance.accept(id, answers.text(POINTS) == null ? null : answers.chosen(POINTS), answers.grounds(), officer);
    }
}
