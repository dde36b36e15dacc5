package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.RULE;

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

/** Refuses the application, as its officer has answered. */
@Component
@ForModels(
        name = "登记不予受理",
        help = "登记经办人不予受理的意见和依据。须紧接审核任务的不予受理分支。",
        given = {Given.CASE, Given.GROUNDS},
        gives = "申请结束，状态为不予受理；通知由“发送不予受理通知”发出。",
        in = "application")
class RegisterRefusalDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final RefuseApplication refusing;
    private final Applications applications;
    private final AskedPerson asked;

    RegisterRefusalDelegate(RefuseApplication refusing, Applications applications, AskedPerson asked) {
        this.refusing = refusing;
        this.applications = applications;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String id = answers.businessKey();
        Actor officer =
                asked.behind(execution, TASK, Group.of(applications.get(id).unitId()));
        answers.decided(AcceptanceAnswer.class, AcceptanceAnswer.REFUSE);
        refusing.refuse(id, answers.text(RULE), answers.requiredGrounds(), officer);
    }
}
