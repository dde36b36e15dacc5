package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.POINTS;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Accepts the application, as its officer has answered. */
@Component
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
