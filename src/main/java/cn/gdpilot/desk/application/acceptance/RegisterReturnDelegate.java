package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.TO_CORRECT;

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

/** Gives the application back for correction, as its officer has answered. */
@Component
@ForModels(
        name = "登记退回补正",
        help = "登记需要补正的事项和理由。须紧接审核任务的退回分支。",
        given = {Given.CASE, Given.GROUNDS},
        gives = "申请退回申报单位补正，补正期限开始。",
        in = "application")
class RegisterReturnDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final ReturnApplication returning;
    private final Applications applications;
    private final AskedPerson asked;

    RegisterReturnDelegate(ReturnApplication returning, Applications applications, AskedPerson asked) {
        this.returning = returning;
        this.applications = applications;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String id = answers.businessKey();
        Actor officer =
                asked.behind(execution, TASK, Group.of(applications.get(id).unitId()));
        answers.decided(AcceptanceAnswer.class, AcceptanceAnswer.RETURN);
        returning.giveBack(id, new ReturnNote(answers.chosen(TO_CORRECT), answers.requiredGrounds()), officer);
    }
}
