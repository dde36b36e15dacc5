package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.desk.application.acceptance.AcceptanceAnswer;
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

/** Keeps what the tables found, and what the officer had typed, for the officer's next look. */
@Component
@ForModels(
        name = "登记表格结论",
        help = "规则表不允许受理时，保存结论和经办人已写的理由，供其再次办理时查看。",
        given = {Given.CASE, Given.GROUNDS},
        gives = "结论入卷；任务随后回到原经办人。",
        in = "application")
class RegisterFindingsDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final AcceptanceTrials trials;
    private final Applications applications;
    private final AskedPerson asked;

    RegisterFindingsDelegate(AcceptanceTrials trials, Applications applications, AskedPerson asked) {
        this.trials = trials;
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
        trials.keep(applications.get(id), answers.grounds(), officer);
    }
}
